// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "runs",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(path: "../apus"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    .target(
      name: "CancelRuns",
      dependencies: [
        .product(name: "ApusRuntime", package: "apus"),
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      plugins: [.plugin(name: "ApusPlugin", package: "apus")]
    ),
    .executableTarget(name: "Server", dependencies: ["CancelRuns"]),
    .executableTarget(name: "Caller", dependencies: ["CancelRuns"]),
    .testTarget(name: "ServerTests", dependencies: ["Server", "CancelRuns"]),
  ]
)
