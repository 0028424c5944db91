import Foundation
import Suite

/// Generates modules by running `apus`.
struct Generator {
  /// The generator's executable.
  let executable: String
  /// The folder of the files that `http://localhost:1234/` stands for.
  let remotes: String
  /// The folder for the modules.
  let output: String
  /// The groups that nothing is generated of, as `MODULE.GROUP`.
  let excluded: Set<String>

  /// Generates a module, without the groups that stand in the way.
  func generate(_ module: SuiteModule) throws {
    var module = module
    module.members.removeAll { excluded.contains("\(module.name).\($0.name)") }
    if let complaint = try run(on: module) {
      let first = complaint.split(separator: "\n").prefix(3).joined(separator: "\n")
      tell(
        "\(module.name) as a whole can't be generated; its groups are tried one by one:\n\(first)")
      module.members = try module.members.filter { try isUsable($0, of: module) }
      if let complaint = try run(on: module) { tell("\(module.name): \(complaint)") }
    }
    let text = SuiteDocument.registry(of: module)
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(output)/\(module.name)/Registry.swift"))
  }

  /// Writes what runs the modules.
  func writeMain(of modules: [SuiteModule]) throws {
    let folder = try folder("Conformance")
    try Data(SuiteDocument.main(of: modules).utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/main.swift"))
  }

  private func isUsable(_ member: SuiteModule.Member, of module: SuiteModule) throws -> Bool {
    var alone = module
    alone.members = [member]
    guard let complaint = try run(on: alone) else { return true }
    tell("\(member.file): \(member.group.description):\n\(complaint)")
    return false
  }

  /// Runs the generator on a module's document; what it complains about, nil if it succeeds.
  private func run(on module: SuiteModule) throws -> String? {
    let folder = try folder(module.name)
    let document = URL(fileURLWithPath: "\(output)/\(module.name).json")
    try Data(SuiteDocument.text(of: module).utf8).write(to: document)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments =
      ["generate", document.path, "--output", folder, "--quiet"]
      + ["--formats", module.assertsFormats ? "assertion" : "annotation"]
      + ["--map", "http://localhost:1234/=\(remotes)/"]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let complaint = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : String(decoding: complaint, as: UTF8.self)
  }

  private func folder(_ name: String) throws -> String {
    let path = "\(output)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func tell(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
