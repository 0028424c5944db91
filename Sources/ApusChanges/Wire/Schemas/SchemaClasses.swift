import ApusCore
import ApusOpenAPI

/// The schemas of two documents in classes: in one are only schemas that say the same, themselves and
/// with all that they lead to, however deep that is or in what circles it goes.
///
/// What is not in one class may yet mean the same, since there are many ways to say it.
struct SchemaClasses {
  private let measure: SchemaMeasure
  /// The schemas, each once, and the document of each.
  private var schemas: [Schema] = []
  private var documents: [Document] = []
  /// The numbers of the schemas, and then of their classes.
  private var numbers: [ObjectIdentifier: Int] = [:]

  init(_ old: Document, _ new: Document, by measure: SchemaMeasure) {
    self.measure = measure
    for document in [old, new] {
      for schema in document.allSchemas { _ = number(of: schema, in: document) }
    }
    var marks: [Int] = []
    var known: [String: Int] = [:]
    var edges: [[Int]] = []
    // What schemas lead to may be further ones.
    while marks.count < schemas.count {
      let document = documents[marks.count]
      let spelling = SchemaSpelling(schemas[marks.count], in: document, by: measure)
      let mark = known[spelling.text] ?? known.count
      known[spelling.text] = mark
      marks.append(mark)
      edges.append(spelling.parts.map { number(of: $0, in: document) })
    }
    let classes = GraphClasses(edges, marks: marks)
    numbers = numbers.mapValues { classes.numbers[$0] }
  }

  private mutating func number(of schema: Schema, in document: Document) -> Int {
    if let known = numbers[ObjectIdentifier(schema)] { return known }
    let meant = measure == .meaning ? schema.meant : schema
    let number = numbers[ObjectIdentifier(meant)] ?? schemas.count
    if number == schemas.count {
      schemas.append(meant)
      documents.append(document)
      numbers[ObjectIdentifier(meant)] = number
    }
    numbers[ObjectIdentifier(schema)] = number
    return number
  }

  /// The class of a schema; nothing for one that is made of others.
  subscript(_ schema: Schema) -> Int? { numbers[ObjectIdentifier(schema)] }

  /// Whether some schemas say together what others do.
  func areSame(_ left: [Schema], _ right: [Schema]) -> Bool {
    guard let left = classes(of: left), let right = classes(of: right) else { return false }
    return left == right
  }

  private func classes(of schemas: [Schema]) -> Set<Int>? {
    var classes: Set<Int> = []
    for schema in schemas {
      guard let number = self[schema] else { return nil }
      classes.insert(number)
    }
    return classes
  }
}

extension Schema {
  /// The schema that it is nothing but a reference to, through others that are nothing else either, or
  /// else itself.
  var meant: Schema {
    var seen: Set<ObjectIdentifier> = []
    var schema = self
    while seen.insert(ObjectIdentifier(schema)).inserted, let target = schema.onlyTarget {
      schema = target
    }
    return schema
  }

  /// What it refers to, if it says nothing else about values.
  private var onlyTarget: Schema? {
    let telling = rules.filter { rule in
      rule.keyword.arguments != nil || rule.keyword is Discriminator
        || rule.keyword is ContentSchema || rule.keyword is ContentEncoding
        || rule.keyword is ContentMediaType
    }
    guard telling.count == 1 else { return nil }
    return self[Reference.self]?.target.schema
  }
}
