import ApusRuntime
import Foundation

/// Runs all tests of a folder of the suite's form with the modules that were generated of it.
public struct ConformanceRun {
  private let modules: [CompiledModule]
  private var skips: SkipList
  private var passed = 0
  private var failed = 0
  private var skipped = 0
  /// How many valid values were decoded and encoded again as equal ones, defaults aside.
  private var kept = 0
  /// How many valid values were of another kind than what the schema speaks of.
  private var untyped = 0

  /// Runs the tests, prints what failed and then `N passed, N failed`, and ends the process: with 1
  /// if a test failed, with 2 if the tests can't be run.
  ///
  /// The process's arguments are the folder and the file of the tests to skip.
  public static func main(_ modules: [CompiledModule]) -> Never {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: Conformance SUITE SKIPS")
      exit(2)
    }
    do {
      let files = try SuiteFile.files(in: arguments[1])
      var run = ConformanceRun(modules: modules, skips: try SkipList(arguments[2]))
      for module in SuiteModule.modules(of: files) { run.run(module) }
      run.finish(having: files)
      exit(run.failed == 0 ? 0 : 1)
    } catch {
      print(error)
      exit(2)
    }
  }

  private mutating func run(_ module: SuiteModule) {
    let compiled = modules.first { $0.name == module.name }
    for member in module.members {
      let subject = compiled.flatMap { Subject(member, of: $0) }
      for test in member.group.tests {
        let place = TestPlace(
          file: member.file, group: member.group.description, test: test.description)
        guard let subject else {
          note(place, ["there is no generated code for the schema"])
          continue
        }
        note(place, subject.disagreements(on: test))
        guard test.isValid else { continue }
        switch subject.fate(of: test) {
        case .kept:
          kept += 1
          note(place.ofType, [])
        case .untyped: untyped += 1
        case .lost(let complaint): note(place.ofType, [complaint])
        }
      }
    }
  }

  /// Counts a test, and prints what is wrong, if anything.
  private mutating func note(_ place: TestPlace, _ complaints: [String]) {
    if complaints.isEmpty {
      passed += 1
    } else if let reason = skips.reason(for: place) {
      skipped += 1
      print("skip  \(place) (\(reason))")
    } else {
      failed += 1
      print("FAIL  \(place)")
      for complaint in complaints { print("      \(complaint)") }
    }
  }

  private mutating func finish(having files: [SuiteFile]) {
    for skip in skips.unneeded(having: files) {
      failed += 1
      print("FAIL  nothing that the list skips fails: \(skip)")
    }
    print("\(kept) valid values decoded and encoded again as equal ones")
    print("\(untyped) valid values of another kind than what a schema without 'type' speaks of")
    print("\(skipped) skipped")
    print("\(passed) passed, \(failed) failed")
  }
}
