/// One keyword with its argument, as generated code writes it: `.type(.string)`, `.required("id")`.
///
/// A keyword's own file adds the function that makes its rule, named as the keyword.
public struct Rule: Sendable {
  /// What the rule means.
  public let keyword: any Keyword

  /// A rule with the meaning of `keyword`.
  public init(_ keyword: any Keyword) {
    self.keyword = keyword
  }

  /// Whether there are values that break the rule: an annotation has none.
  package var canBeBroken: Bool {
    !Swift.type(of: keyword).isAnnotation && keyword.arguments != nil
  }
}

extension [Rule] {
  /// The first rule of a keyword, if there is one.
  func first<Unit: Keyword>(_ keyword: Unit.Type) -> Unit? {
    // Comparing types first is much cheaper than trying to cast.
    for index in indices where type(of: self[index].keyword) == keyword {
      return self[index].keyword as? Unit
    }
    return nil
  }
}
