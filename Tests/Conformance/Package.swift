// swift-tools-version: 6.2

// Runs the JSON Schema Test Suite, or any folder of its form, through code that apus generates of
// it. `./run` does all of it; SUITE_MODULES names the modules that it has generated.

import PackageDescription

// Generated code is to compile without a warning.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let modules = (Context.environment["SUITE_MODULES"] ?? "").split(separator: " ").map(String.init)

let package = Package(
  name: "conformance",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "../..")],
  targets: [
    .target(name: "Suite", dependencies: [apusRuntime]),
    .executableTarget(name: "SuiteDocuments", dependencies: ["Suite", apusRuntime]),
  ]
    + modules.map { name in
      .target(
        name: name, dependencies: ["Suite", apusRuntime], path: ".generated/\(name)",
        swiftSettings: strict)
    }
    + (modules.isEmpty
      ? []
      : [
        .executableTarget(
          name: "Conformance",
          dependencies: modules.map { .byName(name: $0) } + ["Suite"],
          path: ".generated/Conformance")
      ])
)
