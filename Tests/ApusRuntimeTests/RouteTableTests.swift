import Testing

@testable import ApusRuntime

@Suite("The table of routes")
struct RouteTableTests {
  private static let table: RouteTable<String> = {
    var table = RouteTable<String>()
    let paths = [
      "/", "/a", "/a/", "/a/{b}", "/a/mine", "/a/{b}/c", "/a/mine/d", "/{x}/c", "/f/{name}.{ext}",
      "/f/{name}.json", "/f/v{n}", "/f/{id}", "/g/{p}{q}", "/h%20h/{y}", "/ä/{z}", "/{broken",
    ]
    for path in paths { table.insert(path, .get, path) }
    table.insert("/a/{other} POST", .post, "/a/{other}")
    return table
  }()

  @Test(
    "finds the most concrete path that fits",
    arguments: [
      ("/", "/", [:]), ("/a", "/a", [:]), ("/a/", "/a/", [:]),
      ("/a/1", "/a/{b}", ["b": "1"]), ("/a/mine", "/a/mine", [:]),
      ("/a/m%69ne", "/a/mine", [:]), ("/a/mine/c", "/a/{b}/c", ["b": "mine"]),
      ("/a/mine/d", "/a/mine/d", [:]), ("/a/1/c", "/a/{b}/c", ["b": "1"]),
      ("/a/c", "/a/{b}", ["b": "c"]), ("/z/c", "/{x}/c", ["x": "z"]),
      ("/a/b%2Fc", "/a/{b}", ["b": "b%2Fc"]), ("/a/%zz", "/a/{b}", ["b": "%zz"]),
      ("/f/a.tar.gz", "/f/{name}.{ext}", ["name": "a.tar", "ext": "gz"]),
      ("/f/a.", "/f/{id}", ["id": "a."]), ("/f/.b", "/f/{id}", ["id": ".b"]),
      ("/f/ä.\u{301}", "/f/{name}.{ext}", ["name": "ä", "ext": "\u{301}"]),
      ("/f/v12", "/f/v{n}", ["n": "12"]), ("/f/v", "/f/{id}", ["id": "v"]),
      ("/g/xyz", "/g/{p}{q}", ["p": "xy", "q": "z"]),
      ("/h%20h/1", "/h%20h/{y}", ["y": "1"]), ("/%C3%A4/1", "/ä/{z}", ["z": "1"]),
      ("/%7Bbroken", "/{broken", [:]),
    ] as [(String, String, [String: String])])
  func finds(_ path: String, _ expected: String, _ variables: [String: String]) {
    let found = Self.table.find(path)?.route(for: .get)
    #expect(found?.route == expected)
    #expect(found?.variables.mapValues(String.init) == variables)
  }

  @Test(
    "finds nothing that isn't there",
    arguments: ["", "a", "*", "//", "/b", "/a/1/", "/a//c", "/a/1/c/", "/g/x", "/A", "/f/x/y"])
  func findsNothing(_ path: String) {
    #expect(Self.table.find(path) == nil)
  }

  @Test("templates that differ only in their variables' names are one path")
  func names() throws {
    let match = try #require(Self.table.find("/a/1"))
    #expect(match.methods == [.get, .post])
    #expect(match.route(for: .post)?.variables == ["other": "1"])
    #expect(match.route(for: .put) == nil)
  }

  @Test("a long path does no harm")
  func longPath() {
    #expect(Self.table.find(String(repeating: "/a", count: 100_000)) == nil)
    let flags = String(repeating: "\u{1F1E6}", count: 100_000)
    #expect(Self.table.find("/f/\(flags)")?.route(for: .get)?.route == "/f/{id}")
  }
}
