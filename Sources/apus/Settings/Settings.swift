import ApusCore
import ApusModel
import ApusSwift

/// What can be chosen about the generated code.
struct Settings: Hashable, Sendable {
  /// Where the generated code finds the runtime.
  enum Runtime: String, Choosable {
    /// In the package product `ApusRuntime`.
    case package
    /// In files beside the generated ones.
    case embedded
  }

  /// What the keyword `format` means.
  enum Formats: String, Choosable {
    /// Values have the format.
    case assertion
    /// It is only told.
    case annotation

    /// The dialect of schemas in which it does.
    var dialect: Dialect {
      switch self {
      case .assertion: .jsonSchema2020
      case .annotation: .jsonSchema2020.annotatingFormats
      }
    }
  }

  /// How the code is written.
  var style = SwiftStyle()
  /// Where the generated code finds the runtime.
  var runtime = Runtime.package
  /// What the keyword `format` means.
  var formats = Formats.assertion
  /// Which parts of the document code is wanted for.
  var selection = Selection()
}

extension ServerEngine: Choosable {}
extension ClientEngine: Choosable {}
extension AccessLevel: Choosable {}
extension FileDivision: Choosable {}
extension NamingStyle: Choosable {}
