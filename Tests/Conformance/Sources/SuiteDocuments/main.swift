import Foundation
import Suite

// SuiteDocuments APUS SUITE REMOTES OUTPUT [MODULE.GROUP…]: puts the schemas of a folder of the suite's
// form into OpenAPI documents, generates a module of each, and prints the modules' names. Groups of
// which nothing can be generated are left out, and told on the standard error; so are those that are
// named.

let arguments = CommandLine.arguments
guard arguments.count >= 5 else {
  FileHandle.standardError.write(
    Data("usage: SuiteDocuments APUS SUITE REMOTES OUTPUT [MODULE.GROUP...]\n".utf8))
  exit(2)
}

do {
  let generator = Generator(
    executable: arguments[1], remotes: arguments[3], output: arguments[4],
    excluded: Set(arguments.dropFirst(5)))
  let modules = SuiteModule.modules(of: try SuiteFile.files(in: arguments[2]))
  for module in modules { try generator.generate(module) }
  try generator.writeMain(of: modules)
  print(modules.map(\.name).joined(separator: " "))
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(2)
}
