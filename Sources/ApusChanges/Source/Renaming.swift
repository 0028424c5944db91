import ApusOpenAPI
import ApusSwift

/// What generated declarations that stand for the same part of the two documents are called.
///
/// With names changed in the old declarations, only the change of the name itself is told, and not
/// every mention of it.
struct Renaming {
  /// The new names of types at the top level, by their old ones.
  private(set) var types: [String: String] = [:]
  /// The new names of operations' functions, by their old ones.
  private(set) var functions: [String: String] = [:]

  /// Whether all names are the same.
  var isEmpty: Bool { types.isEmpty && functions.isEmpty }

  /// - Parameters:
  ///   - schemas: The pointers of schemas that stand for each other.
  ///   - names: The names of top-level types: the old ones, and the new ones.
  init(
    _ old: DeclarationPlaces, _ new: DeclarationPlaces, schemas: [(old: String, new: String)],
    names: (old: Set<String>, new: Set<String>)
  ) {
    let oldNames = Self.namesByPointer(old)
    let newNames = Self.namesByPointer(new)
    var pairs = schemas.compactMap { pair in
      oldNames[pair.old].flatMap { old in newNames[pair.new].map { (old, $0) } }
    }
    let known = Dictionary(old.operations.map { (Self.key($0), $0) }) { first, _ in first }
    for operation in new.operations {
      guard let other = known[Self.key(operation)] else { continue }
      pairs += [
        (other.namespace, operation.namespace), (other.service, operation.service),
        (other.client, operation.client),
      ]
      if other.function != operation.function { functions[other.function] = operation.function }
    }
    var taken: Set<String> = []
    for (before, after) in pairs where before != after && types[before] == nil {
      // What is still there has not been renamed.
      guard !names.new.contains(before), !names.old.contains(after), taken.insert(after).inserted
      else { continue }
      types[before] = after
    }
    // A name that another function has now is told of as that function's.
    let names = Set(new.operations.map(\.function))
    functions = functions.filter { !names.contains($0.key) }
  }

  /// What a word of the old declarations is in the new ones.
  func word(_ token: SwiftLexer.Token, after previous: String) -> String {
    if previous == "func" { return functions[token.text] ?? token.text }
    return previous == "." ? token.text : types[token.text] ?? token.text
  }

  private static func namesByPointer(_ places: DeclarationPlaces) -> [String: String] {
    Dictionary(
      places.pointers.filter { !$0.key.contains(".") }.map { ($0.value, $0.key) }
    ) { min($0, $1) }
  }

  private static func key(_ operation: DeclarationPlaces.Operation) -> [PathTemplate.Part] {
    [.literal(operation.method)] + PathTemplate(operation.path).shape
  }
}
