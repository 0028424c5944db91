import Foundation
import Synchronization
import Testing

@testable import apus

@Suite("Watching files")
struct WatchTests {
  private let folder: TemporaryFolder

  private static func document(_ name: String) -> String {
    """
    openapi: 3.1.0
    info: {title: Shop, version: '1'}
    paths: {}
    components: {schemas: {\(name): {type: object, properties: {id: {$ref: 'ids.yaml#/ID'}}}}}
    """
  }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("shop.yaml", Self.document("Order"))
    try folder.write("ids.yaml", "ID: {type: string}\n")
  }

  /// Runs `generate --watch` and does one thing in each pause, but one for every other: then what
  /// has changed has stayed as it is. The run ends when there is nothing left to do.
  private func watch(_ steps: [@Sendable () throws -> Void]) throws -> (ExitCode, String) {
    let remaining = Mutex((steps: steps[...], isQuiet: false))
    let recording = Recording(pause: {
      remaining.withLock { state in
        state.isQuiet.toggle()
        guard state.isQuiet else { return true }
        guard let step = state.steps.popFirst() else { return false }
        return (try? step()) != nil
      }
    })
    let code = Tool.run(
      ["generate", folder.path("shop.yaml"), "--output", folder.path("Out"), "--watch"],
      console: recording.console)
    return (code, recording.errorOutput)
  }

  private var types: String { folder.read("Out/Types.swift") ?? "" }

  @Test func withoutAChangeNothingHappens() throws {
    let (code, told) = try watch([{}, {}])
    #expect(code == .success)
    #expect(told.count(of: "watching") == 1)
    #expect(told.contains("watching 4 files\n"))
  }

  @Test func aChangedDocument() throws {
    let folder = folder
    let (code, told) = try watch([{ try folder.write("shop.yaml", Self.document("Offer")) }])
    #expect(code == .success)
    #expect(types.contains("struct Offer"))
    #expect(told.count(of: "watching") == 2)
  }

  @Test func whatItRefersTo() throws {
    let folder = folder
    _ = try watch([{ try folder.write("ids.yaml", "ID: {type: integer}\n") }])
    #expect(types.contains("typealias ID = Int\n"))
  }

  @Test func settingsThatAppear() throws {
    let folder = folder
    _ = try watch([{ try folder.write("apus.yaml", "access: internal\n") }])
    #expect(!types.isEmpty)
    #expect(!types.contains("public struct"))
  }

  @Test func errorsDoNotEndIt() throws {
    let folder = folder
    let (code, told) = try watch([
      { try folder.write("shop.yaml", "openapi: [") },
      { try folder.write("apus.yaml", "acess: internal\n") },
      { try folder.write("apus.yaml", "access: internal\n") },
      { try folder.write("shop.yaml", Self.document("Offer")) },
    ])
    #expect(code == .success)
    #expect(told.contains("shop.yaml:1:"))
    #expect(told.contains("unknown setting 'acess'"))
    #expect(types.contains("struct Offer"))
  }

  @Test func itWaitsUntilAFileStaysAsItIs() throws {
    let folder = folder
    let remaining = Mutex(4)
    let recording = Recording(pause: {
      let left = remaining.withLock { left in
        left -= 1
        return left
      }
      // Something is written in every pause, so that there is never a good moment.
      try? folder.write("shop.yaml", Self.document("Order\(left)"))
      return left > 0
    })
    _ = Tool.run(
      ["generate", folder.path("shop.yaml"), "--output", folder.path("Out"), "--watch"],
      console: recording.console)
    #expect(recording.errorOutput.count(of: "watching") == 1)
  }
}

extension String {
  fileprivate func count(of text: String) -> Int {
    components(separatedBy: text).count - 1
  }
}
