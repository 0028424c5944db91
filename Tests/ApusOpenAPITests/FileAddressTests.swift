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
  ])
  func resolved(reference: String, base: String, address: String) {
    #expect(FileAddress.resolved(reference, in: base) == address)
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
