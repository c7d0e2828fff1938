#!/bin/sh
# A linter that one defines for ALE runs for most types of file, but not for YAML and JSON.
#
# Packages: Debian 12: vim-ale 3.3.0-1, vim 2:9.0.1378-2+deb12u2, vim-common 2:9.0.1378-2+deb12u2, vim-runtime 2:9.0.1378-2+deb12u2
#           (unpacked into the temporary folder; needs no root)
# Guess:    a linter that vimrc defines with ale#linter#Define is enabled, as those that ALE brings are, unless `g:ale_linters`
#           names others.
# Seen:     it is for TOML. For YAML and JSON, ALE has lists of its own (spectral, yamllint, jsonlint and others), and what is not
#           in them stays off without a word until `g:ale_linters` names it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq vim-ale vim vim-common vim-runtime 2>/dev/null
for package in *.deb; do dpkg -x "$package" packages; done
fail() { echo "changed: $1"; exit 1; }

cat >script.vim <<'VIM'
set nocompatible
let &runtimepath = $VIMRUNTIME . ',' . $ALE
runtime plugin/ale.vim
for s:type in ['json', 'toml', 'yaml']
  call ale#linter#Define(s:type, {'name': 'mine', 'lsp': 'stdio', 'executable': 'mine', 'command': '%e', 'project_root': '/'})
endfor
let s:said = []
for s:type in ['json', 'toml', 'yaml']
  call add(s:said, s:type . ': ' . join(map(copy(ale#linter#Get(s:type)), 'v:val.name'), ' '))
endfor
let g:ale_linters = {'yaml': ['mine']}
call add(s:said, 'yaml, named: ' . join(map(copy(ale#linter#Get('yaml')), 'v:val.name'), ' '))
call writefile(s:said, 'said')
qa!
VIM
ALE="$work/packages/usr/share/vim-ale" VIMRUNTIME="$work/packages/usr/share/vim/vim90" HOME="$work" \
  "$work/packages/usr/bin/vim.basic" -es -u NONE -i NONE -n -S script.vim </dev/null
cat said
grep -q '^json: .*mine' said && fail 'it is on for JSON'
grep -q '^toml: .*mine' said || fail 'it is off for TOML'
grep -q '^yaml: .*mine' said && fail 'it is on for YAML'
grep -q '^yaml, named: mine$' said || fail 'it is off for YAML where it is named'
echo holds
