/// What can become of declarations, for those who use them.
public enum SourceRule: String, CaseIterable, Sendable {
  case declarationRemoved = "swift-declaration-removed"
  case declarationRenamed = "swift-declaration-renamed"
  /// A type is of another kind, or what a property, case or second name stands for is another type.
  case typeChanged = "swift-type-changed"
  case conformanceRemoved = "swift-conformance-removed"
  /// An enumeration has a case that no switch knows.
  case caseAdded = "swift-case-added"
  /// Calls have to be written differently.
  case callChanged = "swift-call-changed"
  /// A protocol asks for a function that no type has.
  case requirementAdded = "swift-requirement-added"
  /// A protocol asks for another function than the one that types have.
  case requirementChanged = "swift-requirement-changed"
  /// Functions take further arguments, which calls can leave out.
  case callExtended = "swift-call-extended"
  case declarationAdded = "swift-declaration-added"
  case deprecated = "swift-deprecated"
  case reactivated = "swift-reactivated"

  /// Whether code that uses the declarations may not compile any more.
  public var breaksSource: Bool {
    switch self {
    case .callExtended, .declarationAdded, .deprecated, .reactivated: false
    default: true
    }
  }
}
