import Testing

@testable import ApusOpenAPI

@Suite struct FileAddressTests {
  @Test(arguments: [
    ("common.yaml", "api.yaml", "common.yaml"),
    ("./a/../b.yaml", "spec/api.yaml", "spec/b.yaml"),
    ("../b.yaml", "spec/api.yaml", "b.yaml"),
    ("../../b.yaml", "spec/api.yaml", "../b.yaml"),
    ("../b.yaml", "../api.yaml", "../../b.yaml"),
    ("/b.yaml", "spec/api.yaml", "/b.yaml"),
    ("b.yaml", "/spec/api.yaml", "/spec/b.yaml"),
    ("../../b.yaml", "/spec/api.yaml", "/b.yaml"),
    ("https://example.com/b.yaml", "api.yaml", "https://example.com/b.yaml"),
    ("../b.yaml", "https://example.com/a/api.yaml", "https://example.com/b.yaml"),
    ("../../../b.yaml", "https://example.com/a/api.yaml", "https://example.com/b.yaml"),
    ("/b.yaml", "https://example.com/a/api.yaml", "https://example.com/b.yaml"),
    ("//example.org/b.yaml", "https://example.com/a/api.yaml", "https://example.org/b.yaml"),
    ("b.yaml", "https://example.com", "https://example.com/b.yaml"),
    ("", "spec/api.yaml", "spec/api.yaml"),
    ("schemas/", "spec/api.yaml", "spec/schemas/"),
    ("run.yaml", "spec/schemas/", "spec/schemas/run.yaml"),
  ])
  func resolved(reference: String, base: String, address: String) {
    #expect(FileAddress.resolved(reference, in: base) == address)
  }

  /// The examples of RFC 3986, section 5.4. One letter before a colon is a drive here, so that `g:h`
  /// is left out.
  @Test(arguments: [
    ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), (";x", "http://a/b/c/;x"), ("g;x?y", "http://a/b/c/g;x?y"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."),
    ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
    ("g/../h", "http://a/b/c/h"), ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
    ("g;x=1/../y", "http://a/b/c/y"), ("g?y/./x", "http://a/b/c/g?y/./x"),
    ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http:g"),
    ("urn:example:a/b", "urn:example:a/b"),
  ])
  func resolvedAsTheStandardDoes(reference: String, address: String) {
    #expect(FileAddress.resolved(reference, in: "http://a/b/c/d;p?q") == address)
  }

  @Test(arguments: [
    ("spec/common.yaml", "spec/api.yaml", "common.yaml"),
    ("spec/a/common.yaml", "spec/api.yaml", "a/common.yaml"),
    ("common.yaml", "spec/api.yaml", "../common.yaml"),
    ("/x/spec/a.yaml", "/x/spec/api.yaml", "a.yaml"),
    ("/x/a.yaml", "spec/api.yaml", "file:///x/a.yaml"),
    ("../a.yaml", "../../api.yaml", "../a.yaml"),
    ("https://example.com/b.yaml", "spec/api.yaml", "https://example.com/b.yaml"),
  ])
  func relative(address: String, base: String, expected: String) {
    #expect(FileAddress.relative(address, to: base) == expected)
  }
}
