// swift-tools-version: 6.2

// What validating, decoding and encoding takes, beside others on the same bytes; run by hand, as `run` says.

import PackageDescription

let package = Package(
  name: "Validation",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "apus", path: "../../..")],
  targets: [
    // What the script has generated.
    .target(name: "AgentServer", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
    .target(
      name: "CancelRuns", dependencies: [.product(name: "ApusRuntime", package: "apus")]),
    .executableTarget(
      name: "ValidationBenchmark",
      dependencies: [
        "AgentServer", "CancelRuns", .product(name: "ApusRuntime", package: "apus"),
      ]),
  ]
)
