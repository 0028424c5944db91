// swift-tools-version: 6.2

import PackageDescription

// Generated code is to compile without a warning.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
  name: "agent-server",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    // What `run` has made of the document.
    .target(
      name: "AgentServerAPI",
      dependencies: [apusRuntime, hummingbird],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "StubServer",
      dependencies: ["AgentServerAPI", apusRuntime, hummingbird],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "Scenario", dependencies: ["AgentServerAPI", apusRuntime], swiftSettings: strict
    ),
  ]
)
