import ApusCore

// Types written just as the generator writes them.

enum Priority: Int, JSONEnumeration {
  case low = 1
  case high = 2
}

extension Priority {
  static let schema = Schema(.type(.integer), .enum(1, 2))
}
