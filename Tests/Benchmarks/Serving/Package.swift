// swift-tools-version: 6.2

// What a server costs under load, and what finding an operation costs; run by hand, as `run` says.

import PackageDescription

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let nio: [Target.Dependency] = ["NIOCore", "NIOHTTP1", "NIOPosix"].map {
  .product(name: $0, package: "swift-nio")
}

let package = Package(
  name: "Serving",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: "../../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // A link to the peer tests' code, which is generated for both engines.
    .target(name: "CancelRunsAPI", dependencies: [apusRuntime, hummingbird] + nio),
    .executableTarget(
      name: "LoadServer", dependencies: ["CancelRunsAPI", apusRuntime, hummingbird] + nio),
    .executableTarget(name: "RoutingBenchmark", dependencies: ["CancelRunsAPI", apusRuntime]),
  ]
)
