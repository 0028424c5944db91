import ApusModel

/// What operations refer to instead of describing it: the responses of a document, or its requests,
/// as far as these have types that are made for them alone.
struct SharedPayloads {
  /// What the types stand in; nil if there are none.
  private(set) var namespace: Identifier?
  /// The payloads in the order of their names.
  private(set) var payloads: [SwiftPayload] = []
  private var byPlace: [String: SwiftPayload] = [:]

  /// What a part of an operation carries, if that is shared.
  subscript(part: SharedPart?) -> SwiftPayload? { part.flatMap { byPlace[$0.pointer] } }

  /// What the types are for.
  var description: String { "The \(noun)s that operations have in common." }

  /// What one of them is.
  private let noun: String

  /// - Parameters:
  ///   - noun: What one of them is.
  ///   - parts: What operations refer to; the same several times.
  ///   - namer: Gives the name of what the types stand in.
  init(_ noun: String, _ parts: [SharedPart], in namer: inout Namer) {
    self.noun = noun
    guard !parts.isEmpty else { return }
    let plural = noun + "s"
    let name = ValueName(words: Words([plural]), orElse: [Words(["shared", plural])])
    namespace = namer.topLevelNames(for: [name]).first
    namer.sharedNamespaces += [namespace].compactMap(\.self)
  }

  /// Decides the names of the types.
  ///
  /// - Parameters:
  ///   - messages: What is shared; the same several times.
  ///   - payloads: Makes the payloads of messages.
  ///   - renames: The names that are asked for.
  ///   - hasStructure: Whether a type of the message's own name is made, and not only of what it holds.
  ///   - payload: Makes the payload of one message whose types' names begin with some words.
  mutating func name<Message>(
    _ messages: [(part: SharedPart, message: Message)], _ payloads: PayloadNamer,
    _ renames: inout Renames, hasStructure: (Message) -> Bool,
    payload: (inout PayloadNamer, Message, Words) -> SwiftPayload
  ) {
    var seen: Set<String> = []
    // Which of several equal names stays as it is does not depend on who uses it first.
    let messages = messages.filter { seen.insert($0.part.pointer).inserted }
      .sorted { $0.part.pointer < $1.part.pointer }
    var named: [(name: String, payload: SwiftPayload)] = []
    var payloads = payloads
    let groups = [
      (messages.filter { hasStructure($0.message) }, payloads.table),
      (messages.filter { !hasStructure($0.message) }, NameTable(.types, payloads.style)),
    ]
    for (messages, table) in groups {
      var table = table
      let names = renames.names(
        for: messages.map { wish(for: $0.part) }, of: .type, in: &table
      ) { [PartKeys.fragment(messages[$0].part.pointer)] }
      for (name, message) in zip(names, messages) {
        var payload = payload(&payloads, message.message, Words(of: name.afterDot.text))
        payload.isShared = true
        byPlace[message.part.pointer] = payload
        named.append((name.text, payload))
      }
    }
    self.payloads = named.sorted { $0.name < $1.name }.map(\.payload)
  }

  /// What types that are made for a part are called.
  private func wish(for part: SharedPart) -> ValueName {
    // Some documents name responses after their statuses.
    let status = Int(part.name).flatMap { (100...599).contains($0) ? $0 : nil }
    let own = status.map { StatusName.words(for: $0) } ?? Words(of: part.name)
    let qualified = part.holders.indices.reversed().map { index in
      Words(part.holders[index...].flatMap { Words(of: $0).words } + own.words)
    }
    // A type of the document by the same name has to be seen inside of the namespace.
    return ValueName(words: own, orElse: qualified + [Words(own.words + [noun])])
  }
}

extension EndpointResponse {
  /// What it is called if others have it as well, and if it needs types that are made for it.
  var sharedWithTypes: SharedPart? { !headers.isEmpty || contents.needTypes ? shared : nil }
}

extension EndpointBody {
  /// What it is called if others have it as well, and if it needs types that are made for it.
  var sharedWithTypes: SharedPart? { contents.needTypes ? shared : nil }
}

extension [EndpointContent] {
  /// Whether types are made for what a message carries.
  fileprivate var needTypes: Bool { count > 1 || contains { $0.form.isMultipart } }
}
