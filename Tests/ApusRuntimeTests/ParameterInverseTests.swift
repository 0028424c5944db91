import Synchronization
import Testing

@testable import ApusRuntime

/// Random values go through a client and a router: what arrives is what was sent, or nothing is sent.
@Suite("Parameters arrive as they were sent")
struct ParameterInverseTests {
  typealias Failure = ParameterTests.Failure

  /// What values are made of.
  enum Kind: CaseIterable, Sendable {
    case text, number, flag, texts, numbers, object, objectOfAll, tree, alternatives
  }

  enum Place: CaseIterable, Sendable {
    case path, mixedPath, query, header, cookie, queryString

    var styles: [ParameterStyle] {
      switch self {
      case .path, .mixedPath:
        [
          .simple, .simple(explode: true), .label, .label(explode: true), .matrix,
          .matrix(explode: true), .simple.allowingReserved, .json,
        ]
      case .query:
        [
          .form, .form(explode: false), .spaceDelimited, .pipeDelimited, .deepObject, .json,
          .form.allowingReserved, .form(explode: false).allowingReserved,
          .spaceDelimited(explode: true), .pipeDelimited(explode: true), .form.allowingEmpty,
          .deepObject.allowingReserved,
        ]
      case .header: [.simple, .simple(explode: true), .json]
      case .cookie: [.form, .form(explode: false), .cookie, .cookie(explode: false)]
      case .queryString: [.form, .json]
      }
    }
  }

  private static let rules: [Kind: Schema] = [
    .text: Schema(.type(.string)), .number: Schema(.type(.number)),
    .flag: Schema(.type(.boolean)),
    .texts: Schema(.type(.array), .items(Schema(.type(.string)))),
    .numbers: Schema(.type(.array), .items(Schema(.type(.number)))),
    .object: object(
      .properties(
        Property("s", .type(.string)), Property("n", .type(.integer)),
        Property("f", .type(.boolean)))),
    .objectOfAll: object(
      .properties(
        Property("s", .type(.string)), Property("n", .type(.number)),
        Property("list", .type(.array), .items(Schema(.type(.string)))),
        Property(
          "inner",
          object(.properties(Property("n", .type(.integer)), Property("t", .type(.string))))))),
    .tree: object(
      .properties(
        Property("list", .type(.array), .items(leaf)),
        Property("inner", object(.properties(Property("leaf", leaf)))))),
    // Which one a text is, its form doesn't always tell.
    .alternatives: Schema(
      .oneOf(
        Schema(.type(.integer)), Schema(.type(.boolean)), Schema(.type(.null)),
        Schema(.type(.string), .maxLength(4), .not(Schema(.pattern("^(true|false|null|[0-9]+)$")))),
        Schema(.type(.array), .items(Schema(.type(.string)))), leaf)),
  ]

  private static let leaf = object(
    .properties(
      Property("n", .type(.integer)),
      Property("words", .type(.array), .items(Schema(.type(.string))))
    ))

  private static func object(_ properties: Rule) -> Schema {
    Schema(.type(.object), .additionalProperties(Schema(.nothing())), properties)
  }

  @Test("whatever is in it", arguments: Place.allCases, Kind.allCases)
  func anything(_ place: Place, _ kind: Kind) async throws {
    var random = Random(seed: 7)
    let alphabet = Array("ab5 .,;=&+%/?#[]{}|~\"'\\:@!$()*-_äß日\u{1F426}\u{0}\n\t")
    for style in place.styles {
      for _ in 0..<40 {
        let value = random.value(kind, alphabet, lengths: 0...4)
        guard let (arrived, request) = try await sent(value, place, style, kind) else { continue }
        if kind == .alternatives, arrived != value {
          // The text is the other alternative's as well.
          let again = try await sent(arrived, place, style, kind)
          #expect(again?.request == request, "\(style): \(value) arrived as \(arrived)")
        } else {
          #expect(arrived == value, "\(style)")
        }
      }
    }
  }

  @Test("what is harmless is always sent", arguments: Place.allCases, Kind.allCases)
  func harmless(_ place: Place, _ kind: Kind) async throws {
    var random = Random(seed: 8)
    for style in place.styles where Self.hasText(style, kind, in: place) {
      for _ in 0..<10 {
        let value = random.value(kind, Array("abcxyz"), lengths: 1...4)
        #expect(try await sent(value, place, style, kind)?.arrived == value, "\(style)")
      }
    }
  }

  /// Whether every harmless value of a kind has a text.
  private static func hasText(_ style: ParameterStyle, _ kind: Kind, in place: Place) -> Bool {
    let hasParts = kind == .objectOfAll || kind == .tree
    return switch place {
    case _ where kind == .alternatives: false
    case .path, .mixedPath, .query: true
    // The commas of JSON text can't be told from those of a list.
    case .header: style.form == .json || !hasParts
    case .cookie: style.form != .cookie || style.explodes || !hasParts
    case .queryString: style.form == .json || kind == .object || hasParts
    }
  }

  /// What a server reads of a value, and where it read it; nil if nothing was sent, or nothing that
  /// says of the value.
  private func sent(
    _ value: JSON, _ place: Place, _ style: ParameterStyle, _ kind: Kind
  ) async throws -> (arrived: JSON, request: [String])? {
    let schema = Self.rules[kind]
    let seen = Mutex<(JSON?, [String])>((nil, []))
    var router = Router()
    let path = place == .mixedPath ? "/p/{v}.{w}" : place == .path ? "/p/{v}" : "/p"
    router.on(.get, path) { request throws(Failure) in
      let read: JSON?? =
        switch place {
        case .path, .mixedPath: .some(request.path("v", style: style, schema: schema))
        case .query: request.queryIfPresent("v", style: style.members(), schema: schema)
        case .queryString: request.queryStringIfPresent(style: style, schema: schema)
        case .header: request.headerIfPresent("V", style: style, schema: schema)
        case .cookie: request.cookieIfPresent("v", style: style.members(), schema: schema)
        }
      let texts = [request.request.path, request.request.query ?? ""]
      let fields = request.request.headers.map { "\($0.name): \($0.value)" }
      seen.withLock { $0 = (read ?? nil, texts + fields) }
      guard read != nil else { throw request.rejection }
      return Response(204)
    }
    var call = Client(transport: router).call(.get, path, failure: Failure.self)
    switch place {
    case .path: call.path("v", value, style: style, schema: schema)
    case .mixedPath:
      call.path("v", value, style: style, schema: schema)
      call.path("w", "w.w")
    case .query: call.query("v", value, style: style, schema: schema)
    case .queryString: call.queryString(value, style: style, schema: schema)
    case .header: call.header("V", value, style: style, schema: schema)
    case .cookie: call.cookie("v", value, style: style, schema: schema)
    }
    do {
      let response = try await call.send()
      #expect(response.status == 204, "\(style) \(value): \(response.response)")
      let (arrived, texts) = seen.withLock { $0 }
      return arrived.map { ($0, texts) }
    } catch {
      guard case .unexpected(let cause) = error, cause is InvalidRequest else { throw error }
      return nil
    }
  }
}

/// Numbers that are the same on every run (SplitMix64).
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  mutating func text(_ alphabet: [Character], _ lengths: ClosedRange<Int>) -> JSON {
    let count = Int.random(in: lengths, using: &self)
    return .string(String((0..<count).compactMap { _ in alphabet.randomElement(using: &self) }))
  }

  mutating func number() -> JSON {
    let numbers = ["0", "-1", "17", "2.5", "1e300", "12345678901234567890", "-0.001"]
    return JSON.exactly(numbers.randomElement(using: &self) ?? "0")
  }

  /// An object with a list in it; without members that say nothing.
  mutating func leaf(_ alphabet: [Character], _ lengths: ClosedRange<Int>) -> JSON {
    let words = value(.texts, alphabet, lengths: lengths)
    return words == [] ? ["n": 3] : ["n": 3, "words": words]
  }

  mutating func value(
    _ kind: ParameterInverseTests.Kind, _ alphabet: [Character], lengths: ClosedRange<Int>
  ) -> JSON {
    let text = text(alphabet, lengths)
    switch kind {
    case .text: return text
    case .number: return number()
    case .flag: return .boolean(Bool.random(using: &self))
    case .texts:
      let count = Int.random(in: lengths, using: &self)
      return .array((0..<count).map { _ in self.text(alphabet, lengths) })
    case .numbers:
      let count = Int.random(in: lengths, using: &self)
      return .array((0..<count).map { _ in number() })
    case .object:
      return ["s": text, "n": 5, "f": .boolean(Bool.random(using: &self))]
    case .objectOfAll:
      let list = value(.texts, alphabet, lengths: lengths)
      return ["s": text, "n": number(), "list": list, "inner": ["n": 7, "t": text]]
    case .tree:
      let count = Int.random(in: lengths, using: &self)
      let leaves = (0..<count).map { _ in leaf(alphabet, lengths) }
      return ["list": .array(leaves), "inner": ["leaf": leaf(alphabet, lengths)]]
    case .alternatives:
      let all: [JSON] = [
        17, .boolean(Bool.random(using: &self)), nil, self.text(alphabet, 0...4),
        // A list of one empty text is written as that text.
        value(.texts, alphabet + ["a"], lengths: max(1, lengths.lowerBound)...lengths.upperBound),
        leaf(alphabet, lengths),
      ]
      return all.randomElement(using: &self) ?? nil
    }
  }
}
