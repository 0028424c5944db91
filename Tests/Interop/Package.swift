// swift-tools-version: 6.2

import PackageDescription

// Generated code is to compile without a warning.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")

let package = Package(
  name: "interop",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    // apus generate spec/cancel-runs.yaml --output Tests/Interop/Sources/Generated --server hummingbird
    .target(
      name: "CancelRunsAPI",
      dependencies: [apusRuntime, hummingbird],
      path: "Sources/Generated",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CancelRunsServer",
      dependencies: ["CancelRunsAPI", apusRuntime, hummingbird],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CancelRunsClient",
      dependencies: ["CancelRunsAPI", apusRuntime],
      swiftSettings: strict
    ),
  ]
)
