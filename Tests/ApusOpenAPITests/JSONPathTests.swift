import ApusSource
import ApusYAML
import Testing

@testable import ApusOpenAPI

@Suite("JSONPath")
struct JSONPathTests {
  private static let store = """
    store:
      book:
        - {category: reference, author: Rees, price: 8.95}
        - {category: fiction, author: Waugh, price: 12.99}
        - {category: fiction, author: Melville, isbn: '0-553', price: 8.99}
        - {category: fiction, author: Tolkien, isbn: '0-395', price: 22.99}
      bicycle: {color: red, price: 399}
    "o p": {"j k": {"k.k": 3}}
    nested: [[1, 2], [3], [], {a: [5, 3, [{j: 4}, {k: 6}]]}]
    letters: [a, b, c, d, e, f, g]
    odd: {"'": q, "\\\\": b, "\\u263a": smile, a-b: dash}
    kinds: [null, true, 1, 1.0, '1', [], {}, [1], {a: 1}]
    limits: {low: 8.99, name: Waugh}
    """

  private func found(_ path: String, in text: String = store) throws -> [String] {
    var diagnostics = Diagnostics()
    let file = SourceFile(name: "a.yaml", bytes: Array(text.utf8))
    let root = try #require(DocumentReader.read(file, diagnostics: &diagnostics))
    var evaluation = JSONPathEvaluation(root: Composition(root))
    return try evaluation.matches(of: JSONPath(parsing: path)).map { match in
      let json = DocumentWriter.write(match.value.node(over: root), as: .json)
      return String(decoding: json.filter { $0 != 0x0A && $0 != 0x20 }, as: UTF8.self)
    }
  }

  @Test(
    "What is found",
    arguments: [
      ("$.store.book[*].author", [#""Rees""#, #""Waugh""#, #""Melville""#, #""Tolkien""#]),
      ("$..author", [#""Rees""#, #""Waugh""#, #""Melville""#, #""Tolkien""#]),
      ("$.store..price", ["8.95", "12.99", "8.99", "22.99", "399"]),
      ("$..book[2].author", [#""Melville""#]), ("$..book[-1].isbn", [#""0-395""#]),
      ("$..book[9]", []), ("$..book[-9]", []), ("$.store.book.author", []),
      ("$['o p']['j k']['k.k']", ["3"]), (#"$["o p"]["j k"]["k.k"]"#, ["3"]),
      (#"$.odd['\'']"#, [#""q""#]), (#"$.odd["'"]"#, [#""q""#]), (#"$.odd['\\']"#, [#""b""#]),
      (#"$.odd['\u263A']"#, [#""smile""#]), ("$.odd.☺", [#""smile""#]),
      ("$.odd['a-b']", [#""dash""#]), ("$ .odd [ 'a-b' ]", [#""dash""#]),
      ("$.nested[0, 1]", ["[1,2]", "[3]"]), ("$.nested[1, 1]", ["[3]", "[3]"]),
      ("$.nested[?@[0]]", ["[1,2]", "[3]"]), ("$.nested[3]..j", ["4"]),
      ("$.nested[3]..[0]", ["5", #"{"j":4}"#]),
      ("$.letters[1:3]", [#""b""#, #""c""#]), ("$.letters[5:]", [#""f""#, #""g""#]),
      ("$.letters[1:5:2]", [#""b""#, #""d""#]), ("$.letters[5:1:-2]", [#""f""#, #""d""#]),
      ("$.letters[::-3]", [#""g""#, #""d""#, #""a""#]), ("$.letters[-2:]", [#""f""#, #""g""#]),
      ("$.letters[:1]", [#""a""#]), ("$.letters[7:]", []), ("$.letters[-99:1]", [#""a""#]),
      ("$.letters[0 : 1 : 1]", [#""a""#]), ("$.store[0:1]", []), ("$.store[0]", []),
      ("$.letters['a']", []), ("$.limits.*", ["8.99", #""Waugh""#]),
    ])
  func selectors(_ path: String, expected: [String]) throws {
    #expect(try found(path) == expected)
  }

  @Test(
    "What filters find",
    arguments: [
      ("$..book[?@.isbn].author", [#""Melville""#, #""Tolkien""#]),
      ("$..book[?!@.isbn].author", [#""Rees""#, #""Waugh""#]),
      ("$..book[?@.price<10].author", [#""Rees""#, #""Melville""#]),
      ("$..book[?@.price <= 8.950].author", [#""Rees""#]),
      ("$..book[?(@.price>10 && @.isbn)].author", [#""Tolkien""#]),
      (
        "$..book[?@.price<9 && !@.isbn || @.author=='Waugh'].author",
        [#""Rees""#, #""Waugh""#]
      ),
      ("$..book[?!(@.price<9 || @.isbn)].author", [#""Waugh""#]),
      ("$..book[?@.price == $.limits.low].author", [#""Melville""#]),
      ("$..book[?$.limits.name == @['author']].price", ["12.99"]),
      ("$..book[?@.author > 'Rees'].author", [#""Waugh""#, #""Tolkien""#]),
      ("$..book[?length(@.author) >= 7].author", [#""Melville""#, #""Tolkien""#]),
      ("$..book[?count(@.*) == 4].author", [#""Melville""#, #""Tolkien""#]),
      ("$..book[?match(@.author, '.*e.*e')].author", [#""Melville""#]),
      ("$..book[?match(@.author, '.*e.*e.')].author", [#""Rees""#]),
      ("$..book[?search(@.author, \"[kv]\")].author", [#""Melville""#, #""Tolkien""#]),
      ("$..book[?search(@.author, '^R|n$')].author", [#""Rees""#, #""Tolkien""#]),
      ("$..book[?match(@.author, 'R|Waugh')].author", [#""Waugh""#]),
      ("$..book[?match(@.author, $.limits.name)].price", ["12.99"]),
      ("$..book[?match(@.author, $.limits.low)].price", []), ("$..book[?match(@.price, '.')]", []),
      ("$.nested[?value(@..j) == 4]..k", ["6"]),
      ("$.kinds[?@ == 1]", ["1", "1.0"]), ("$.kinds[?@ == '1']", [#""1""#]),
      ("$.kinds[?@ == null]", ["null"]), ("$.kinds[?@ == true]", ["true"]),
      ("$.kinds[?@ == $.kinds[7]]", ["[1]"]),
      ("$.kinds[?@.a == @.b]", ["null", "true", "1", "1.0", #""1""#, "[]", "{}", "[1]"]),
      ("$.kinds[?@ > 0]", ["1", "1.0"]), ("$.kinds[?@ >= null]", ["null"]),
      ("$.kinds[?length(@) == 0]", ["[]", "{}"]), ("$.kinds[?@ != 1][0]", ["1"]),
      ("$.kinds[?@ == -0]", []), ("$.kinds[?@ == 10e-1]", ["1", "1.0"]),
      ("$.store[?@.color == 'red'].price", ["399"]), ("$[?@.low].name", [#""Waugh""#]),
    ])
  func filters(_ path: String, expected: [String]) throws {
    #expect(try found(path) == expected)
  }

  @Test(
    "What is no JSONPath is told where it stops being one",
    arguments: [
      ("«»", "starts with '$'"), ("«s»tore", "starts with '$'"), ("$«s»", "is expected here"),
      ("$.«»", "a name or '*'"), ("$..«»", "a name or '*'"), ("$.«1»", "a name or '*'"),
      ("$.x«-»internal", "written in brackets"), ("$.paths.«/»runs", "a name or '*'"),
      ("$[«»", "is expected here"), ("$['a'«»", "']' is expected"), ("$['a'«x»", "']' is expected"),
      ("$[«'a»", "ends this is missing"), ("$[«a»]", "a quoted name"), ("$[«]»", "a quoted name"),
      ("$[«01»]", "without leading zeros"), ("$[«-0»]", "without leading zeros"),
      ("$[«9007199254740992»]", "a small integer"), ("$[-«]»", "digits are expected"),
      ("$[«1:2:0»]", "step can't be 0"), ("$['«\\x»']", "no such escape"),
      ("$['«\\u12»']", "four hexadecimal digits"), ("$['«\\uD800»']", "no character"),
      ("$[?«]»", "a query, a function or a literal"), ("$[?@.a ==«]»", "a query, a function"),
      ("$[?«1»]", "must be compared"), ("$[?@.a == «@.*»]", "a single value"),
      ("$[?«@..a» == 1]", "a single value"), ("$[?«lenght»(@)]", "did you mean 'length'?"),
      ("$[?«length(@)»]", "must be compared"), ("$[?«match(@, 'a')» == true]", "can't be compared"),
      ("$[?match(@, «'['»)]", "no regular expression"), ("$[?!«@.a == 1»]", "in parentheses"),
      ("$[?(@.a«]»", "')' is expected"), ("$[?@.a == «01»]", "as in JSON"),
      ("$[?@.a «=» 1]", "']' is expected"), ("$.a «b»", "is expected here"),
    ])
  func errors(_ marked: String, message: String) throws {
    let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false)
    let text = parts.joined()
    let start = try #require(parts.first).utf8.count
    let range = start..<(start + parts[1].utf8.count)
    do {
      _ = try JSONPath(parsing: text)
      Issue.record("\(text) is taken for a JSONPath")
    } catch {
      #expect(error.message.contains(message), "\(error.message)")
      #expect(error.range == range, "\(text): \(error.range)")
    }
  }

  @Test(
    "No text traps the parser", arguments: ["(", "!", "[?", "[?(", "[?length(", "[?@[", "..", "'"])
  func deepNesting(_ part: String) {
    let text = "$[?" + String(repeating: part, count: 10_000)
    #expect(throws: JSONPathError.self) { try JSONPath(parsing: text) }
    let whole = "$..book[?match(@.a['\\u00e9'], 'x') && (1 < -2.5e3 || !@[1:2])]"
    for length in 0...whole.utf8.count {
      let start = String(decoding: Array(whole.utf8).prefix(length), as: UTF8.self)
      _ = try? JSONPath(parsing: start)
      _ = try? JSONPath(parsing: start + part)
    }
  }
}
