// swift-tools-version: 6.2

// Benchmarks, run by hand and never as a test: times depend on the machine. In this folder:
//
//     swift run -c release ReadingBenchmark DOCUMENT…
//
// prints for each document how long it takes to read it into nodes and, nodes included, into the document
// model, and by how many times of the text the peak of memory grew; then the same for the document written anew once,
// twice and four times over; and in the end for a megabyte of what no document is. The fastest of five
// readings counts, in seconds of the processor. Each text is read in a process of its own.
//
// Without `-c release`, they tell how long the tool takes as a build plugin of a debug build.

import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    // Links to the main package's sources: its targets are no products.
    .target(name: "ApusSource"),
    .target(name: "ApusCore"),
    .target(name: "ApusYAML", dependencies: ["ApusSource"]),
    .target(name: "ApusOpenAPI", dependencies: ["ApusYAML", "ApusCore", "ApusSource"]),
    .executableTarget(
      name: "ReadingBenchmark", dependencies: ["ApusSource", "ApusYAML", "ApusOpenAPI"]),
  ]
)
