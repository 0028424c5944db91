import Suite

/// The texts that a module is made of.
enum SuiteDocument {
  /// The OpenAPI document that has the schemas of a module's groups as components.
  static func text(of module: SuiteModule) -> String {
    let schemas = module.members.map { "\"\($0.name)\":\(schema(of: $0, in: module))" }
    return """
      {"openapi":"3.1.0","info":{"title":"\(module.name)","version":"1"},"components":{"schemas":{
      \(schemas.joined(separator: ",\n"))
      }}}

      """
  }

  /// A group's schema. It is a document of its own to references of the suite: a schema of the
  /// suite that has no name gets one, so that it is so here as well.
  private static func schema(of member: SuiteModule.Member, in module: SuiteModule) -> String {
    let text = member.group.schema
    let refers = text.contains("\"$ref\":\"#") || text.contains("\"$dynamicRef\":\"#")
    guard refers, !member.group.hasIdentifier else { return text }
    return "{\"$id\":\"https://suite.example/\(module.name)/\(member.name)\","
      + text.dropFirst()
  }

  /// The names of a module's schemas and types.
  static func registry(of module: SuiteModule) -> String {
    let types = module.members.map { "    \"\($0.name)\": \($0.name).self,\n" }.joined()
    return """
      import ApusRuntime
      import Suite

      public let \(constant(of: module)) = CompiledModule(
        "\(module.name)", schema: { Schemas.named($0) },
        types: [
      \(types.isEmpty ? "    :\n" : types)  ])

      """
  }

  /// What runs the tests with all modules.
  static func main(of modules: [SuiteModule]) -> String {
    let imports = (modules.map(\.name) + ["Suite"]).sorted().map { "import \($0)\n" }.joined()
    return """
      \(imports)
      ConformanceRun.main([\(modules.map(constant).joined(separator: ", "))])

      """
  }

  private static func constant(of module: SuiteModule) -> String { "module\(module.name)" }
}
