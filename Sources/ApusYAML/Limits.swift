/// What a document may at most be, so that none exhausts memory or a stack further down.
enum Limits {
  /// Collections within collections; real documents have up to 34.
  static let depth = 512
  /// Bytes in a document: 256 MiB. The largest published ones have 12 million. Less than a sixth of
  /// what 32 bits count, since a tree can have six indices for each two bytes (`KeyTable`).
  static let bytes = 1 << 28
  /// Nodes once every alias is replaced with what it stands for. Stages that walk a document walk an
  /// anchored node once for each alias, and aliases of aliases multiply.
  static let expandedNodes = 10_000_000
  /// Faults in a document that the reading goes on behind: more than anybody mends in one go.
  static let faults = 100
}
