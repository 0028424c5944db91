/// What has to be done so that the output folder holds the generated files and no others of
/// the tool's own. All is decided before anything is done.
struct OutputPlan {
  /// One file that is not as it should be.
  struct Change: Hashable {
    /// The place below the output folder.
    var path: String
    /// What is there; nil if there is nothing.
    var old: [UInt8]?
    /// What should be there; nil if there should be nothing.
    var new: [UInt8]?
    /// Who may do what with the file that is there; nil if there is none.
    var permissions: UInt32?

    /// What is wrong with the file that is there.
    var kind: Kind {
      if old == nil { return .missing }
      return new == nil ? .leftOver : .stale
    }
  }

  /// In what way a file is not as it should be.
  enum Kind: Hashable {
    case missing, stale, leftOver
  }

  /// The output folder as the user named it.
  var folder: String
  /// The changes by path: first the files that are written, then those that are removed.
  var changes: [Change] = []
  /// How many files are already as they should be.
  var unchangedCount = 0

  /// How the user would name what is at a place below the output folder.
  func fullPath(_ place: String) -> String {
    folder.hasSuffix("/") ? folder + place : "\(folder)/\(place)"
  }

  /// How many files are wrong in this way.
  func count(_ kind: Kind) -> Int {
    changes.count { $0.kind == kind }
  }
}
