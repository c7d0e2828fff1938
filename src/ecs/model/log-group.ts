import { andThen, known, unknown, type Value } from '../../cfn/value.ts';
import { say } from '../../i18n/sentence.ts';
import { scalarText } from '../../syntax/json-value.ts';
import { ResourceProperty } from '../resolve/resource-property.ts';
import { textAt } from '../resolve/scalars.ts';
import { type Key, keyAt } from './key.ts';
import { ResourceModel } from './resource-model.ts';

/** An `AWS::Logs::LogGroup` of this template. */
export class LogGroup extends ResourceModel {
  /** Absent where CloudWatch encrypts it with a key of its own, which the agent takes for no encryption. */
  key(): Value<Key> {
    return keyAt(new ResourceProperty(this.resource.template, this.resource.find('KmsKeyId')));
  }

  /** Absent means `STANDARD`. */
  logGroupClass(): Value<string> {
    return textAt(this.resource.template, this.resource.find('LogGroupClass'));
  }

  /** Absent means that it never expires. */
  retentionInDays(): Value<number> {
    return andThen(this.resource.read('RetentionInDays'), (days, at) => {
      const number = Number(scalarText(days));
      return Number.isInteger(number) && number > 0
        ? known(number, at)
        : unknown(say`it is not a number of days`, at);
    });
  }
}
