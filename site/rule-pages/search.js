// Shows the rules that hold all words that are searched for. A plain script: pages are also opened from the file system.
const input = document.getElementById('search');
const none = document.getElementById('none');
const rules = [...document.querySelectorAll('.rules > li')];

function search() {
  const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const each of rules) each.hidden = !words.every(word => each.dataset.text.includes(word));
  none.hidden = rules.some(each => !each.hidden);
}

input.addEventListener('input', search);
search();
