// swift-tools-version: 6.2

import PackageDescription

// Generated code is to compile without a warning.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility"),
]

let apusRuntime = Target.Dependency.product(name: "ApusRuntime", package: "apus")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let nio: [Target.Dependency] = ["NIOCore", "NIOHTTP1", "NIOPosix"].map {
  .product(name: $0, package: "swift-nio")
}

let package = Package(
  name: "interop",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "apus", path: "../.."),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
  ],
  targets: [
    // apus generate spec/cancel-runs.yaml --output Tests/Interop/Sources/Generated \
    //   --server hummingbird --server nio
    .target(
      name: "CancelRunsAPI",
      dependencies: [apusRuntime, hummingbird] + nio,
      path: "Sources/Generated",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CancelRunsServer",
      dependencies: ["CancelRunsAPI", apusRuntime, hummingbird] + nio,
      swiftSettings: strict
    ),
    .executableTarget(
      name: "CancelRunsClient",
      dependencies: ["CancelRunsAPI", apusRuntime],
      swiftSettings: strict
    ),
    // Every engine that there is an adapter for.
    // apus generate Tests/Interop/engines.yaml --output Tests/Interop/Sources/EngineAPI \
    //   --server hummingbird --server nio --transport async-http-client
    .target(
      name: "EngineAPI",
      dependencies: [apusRuntime, hummingbird, asyncHTTPClient] + nio,
      swiftSettings: strict
    ),
    .testTarget(
      name: "EngineTests",
      dependencies: ["EngineAPI", apusRuntime, hummingbird] + nio,
      swiftSettings: strict
    ),
  ]
)
