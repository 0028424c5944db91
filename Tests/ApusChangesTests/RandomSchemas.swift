/// Schemas made at random, the same for the same seed: few, and full of references to each other.
struct RandomSchemas {
  private var state: UInt64
  private let names: [String]

  private init(seed: Int) {
    state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    names = ["A", "B", "C", "D"]
  }

  /// Schemas as the document has them under `components`: of those of a seed with changes, some are
  /// others.
  static func text(seed: Int, changes: Int = 0) -> String {
    var schemas = RandomSchemas(seed: seed)
    var members = schemas.names.map { name in
      (name, schemas.object(depth: 3))
    }
    for change in 0..<changes {
      let position = (seed + change) % members.count
      members[position].1 = schemas.object(depth: 3)
    }
    return "{\(members.map { "\($0): \($1)" }.joined(separator: ", "))}"
  }

  /// A number from zero on (Xorshift).
  private mutating func number(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }

  private mutating func one(of words: [String]) -> String { words[number(below: words.count)] }

  private mutating func reference() -> String {
    "{$ref: \"#/components/schemas/\(one(of: names))\"}"
  }

  /// A schema of an object, whose parts may lead back to it.
  private mutating func object(depth: Int) -> String {
    let members = (0..<3).map { _ in "\(one(of: ["a", "b", "c", "d"])): \(schema(depth - 1))" }
    let unique = Dictionary(members.map { ($0.prefix(1), $0) }) { first, _ in first }
    let properties = unique.sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
    return "{type: object, properties: {\(properties)}, \(keyword(depth - 1))}"
  }

  private mutating func schema(_ depth: Int) -> String {
    switch depth <= 0 ? number(below: 4) : number(below: 8) {
    case 0: "{type: string, maxLength: \(number(below: 3))}"
    case 1: "{type: [integer, \"null\"]}"
    case 2, 3: reference()
    case 4: object(depth: depth)
    default: "{\(keyword(depth))}"
    }
  }

  /// A keyword that leads to no object but one below, so that no schema is among its own parts.
  private mutating func keyword(_ depth: Int) -> String {
    let (one, other) = (schema(depth - 1), schema(depth - 1))
    return switch number(below: 10) {
    case 0: "not: {properties: {a: \(one)}}"
    case 1: "oneOf: [{properties: {a: \(one)}, required: [a]}, {properties: {b: \(other)}}]"
    case 2: "anyOf: [{items: \(one)}, {properties: {b: \(other)}}]"
    case 3: "allOf: [{properties: {a: \(one)}}, {properties: {a: \(other)}}]"
    case 4: "if: {properties: {a: \(one)}}, then: {properties: {b: \(other)}}"
    case 5: "patternProperties: {\"^a\": \(one), \"b$\": \(other)}"
    case 6: "propertyNames: {not: {enum: [x, y]}}, additionalProperties: \(one)"
    case 7: "dependentSchemas: {a: {properties: {b: \(one)}}}"
    case 8: "items: \(one), contains: {properties: {c: \(other)}}"
    default: "unevaluatedProperties: \(one)"
    }
  }
}
