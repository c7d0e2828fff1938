import { say } from '../i18n/sentence.ts';
import type { ErrorMessage } from './error-message.ts';
import { OTHER_RESOURCE } from './outside-causes.ts';

/**
 * What CloudFormation says of a template, before anything is deployed.
 *
 * Sources: CloudFormation user guide, "Troubleshooting CloudFormation"; pahud/ecs-exec-cdk-demo#28 (property).
 */
export const TEMPLATE_MESSAGES: readonly ErrorMessage[] = [
  {
    id: 'property-unsupported',
    name: 'Encountered unsupported property',
    meaning: say`The deployment fails because a property is misspelled, or is on a resource that does not have it. Names are case-sensitive.`,
    texts: [
      [
        /unsupportedpropert|extraneouskey|propertiesvalidationfailed|isnotpermitted/,
        /enableexecutecommand|executecommandconfiguration|logconfiguration|cloudwatchlog|s3bucketname|taskrolearn|executionrolearn|initprocessenabled|readonlyrootfilesystem/,
      ],
    ],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'value-null',
    name: "'null' values are not allowed in templates",
    meaning: say`CloudFormation rejects the template because a property or an item of a list is left empty. YAML reads that as null.`,
    texts: [['null values are not allowed in templates']],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'reference-unresolved',
    name: 'Unresolved resource dependencies',
    meaning: say`CloudFormation rejects the template because a \`Ref\`, \`Fn::GetAtt\` or \`Fn::Sub\` names something that is not in it. The name is misspelled, or the resource has another condition.`,
    texts: [['Unresolved resource dependencies', 'block of the template']],
    outside: [OTHER_RESOURCE],
  },
  {
    id: 'template-unreadable',
    name: 'Template format error',
    meaning: say`CloudFormation cannot read the template as YAML or JSON. Text that was pasted from a web page or a document often has a full-width space, a comma or a tab where it does not belong.`,
    texts: [['Template format error', /yaml|json/]],
    outside: [
      {
        says: say`The deployed file may not be the one that is checked here.`,
        command: 'aws cloudformation validate-template --template-body file://TEMPLATE',
      },
    ],
  },
];
