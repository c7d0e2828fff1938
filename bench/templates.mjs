// Templates of any size, for how things grow.

const HEAD = 'AWSTemplateFormatVersion: "2010-09-09"\n';

const CLUSTER = `  Cluster:
    Type: AWS::ECS::Cluster
`;

/** A service with nothing that ECS Exec needs. */
function service(i, condition = '') {
  return `  Service${i}:
    Type: AWS::ECS::Service
${condition}    Properties:
      Cluster: !Ref Cluster
      LaunchType: FARGATE
      TaskDefinition: !Ref Task${i}
  Task${i}:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      TaskRoleArn: !GetAtt Role${i}.Arn
      ContainerDefinitions:
        - Name: app # the only one
          Image: public.ecr.aws/docker/library/nginx:stable
  Role${i}:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              Service: ecs-tasks.amazonaws.com
            Action: sts:AssumeRole
`;
}

/** Has nothing to do with ECS. */
function topic(i) {
  return `  Topic${i}:
    Type: AWS::SNS::Topic
    Properties:
      DisplayName: !Sub "\${AWS::StackName} number ${i}" # as people see it
      Tags:
        - Key: Owner
          Value: somebody
`;
}

function repeated(count, make) {
  return Array.from({ length: count }, (_, i) => make(i)).join('');
}

export function ofServices(count) {
  return `${HEAD}Resources:\n${CLUSTER}${repeated(count, i => service(i))}`;
}

/** One service among so many bytes of other things. */
export function ofBytes(bytes) {
  const count = Math.max(0, Math.round((bytes - ofServices(1).length) / topic(1000).length));
  return ofServices(1) + repeated(count, topic);
}

/** Ten services, each with a tenth of the conditions on it, one within another. */
export function ofConditions(count) {
  if (count === 0) return ofServices(10);
  const parameters = repeated(count, i => `  P${i}:\n    Type: String\n`);
  const conditions = repeated(count, i =>
    i < 10
      ? `  C${i}: !Equals [!Ref P${i}, "yes"]\n`
      : `  C${i}: !And [!Condition C${i - 10}, !Not [!Equals [!Ref P${i}, "no"]]]\n`,
  );
  const services = repeated(10, i => service(i, `    Condition: C${count - 10 + i}\n`));
  return `${HEAD}Parameters:\n${parameters}Conditions:\n${conditions}Resources:\n${CLUSTER}${services}`;
}

/** So many templates with a service each, in a cluster that all import from one more. */
export function joined(count) {
  const shared = `${HEAD}Resources:\n${CLUSTER}Outputs:\n  Cluster:\n    Value: !Ref Cluster\n    Export: { Name: shared }\n`;
  const own = i => `${HEAD}Resources:\n${service(i)}`.replace('!Ref Cluster', '!ImportValue shared');
  return [shared, ...Array.from({ length: count }, (_, i) => own(i))];
}

/** Names no container service and none of its rights. */
export function unrelated(i) {
  return `${HEAD}Resources:\n${repeated(20, j => topic(i * 20 + j))}`;
}
