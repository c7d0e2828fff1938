export class Cluster {}
