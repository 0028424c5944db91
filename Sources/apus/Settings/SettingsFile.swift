import ApusSource
import ApusYAML

/// `apus.yaml`: what the command line can say, written down.
///
/// Each setting has the name of its option. What takes several values is a list, and pairs are a
/// mapping. Paths are relative to the file's own folder. Under `documents` stand the settings of
/// several documents, each of which takes the place of the same setting for all.
struct SettingsFile {
  /// How the file is called.
  static let name = "apus.yaml"
  /// The setting that holds those of each document.
  static let documents = "documents"
  /// The setting that names the document.
  static let document = "document"

  private let root: Node
  private let folder: String

  /// The settings file of a path; nil, with a diagnostic, if nothing in it can be used.
  init?(at path: String, diagnostics: inout Diagnostics) {
    guard let file = DocumentFile.read(path, diagnostics: &diagnostics),
      let node = DocumentReader.read(file, diagnostics: &diagnostics)
    else { return nil }
    guard node.kind == .mapping || node.isNull else {
      diagnostics.error("settings are a mapping", at: node.span)
      return nil
    }
    root = node
    folder = FolderPath.holding(path)
  }

  /// The arguments that the file stands for: of each of its documents, or of the only one.
  func arguments(diagnostics: inout Diagnostics) -> [GenerationArguments] {
    var common = GenerationArguments()
    apply(root, to: &common, beside: [Self.documents], diagnostics: &diagnostics)
    guard let documents = root[Self.documents] else { return [common] }
    guard documents.kind == .sequence, !documents.elements.isEmpty else {
      diagnostics.error("'\(Self.documents)' is a list of at least one", at: documents.span)
      return []
    }
    return documents.elements.map { element in
      var arguments = common
      apply(element, to: &arguments, beside: [], diagnostics: &diagnostics)
      if arguments.document.isEmpty {
        diagnostics.error("'\(Self.document)' has to say which document", at: element.span)
      }
      return arguments
    }
  }

  private func apply(
    _ node: Node, to arguments: inout GenerationArguments, beside others: [String],
    diagnostics: inout Diagnostics
  ) {
    guard node.kind == .mapping || node.isNull else {
      diagnostics.error("settings are a mapping", at: node.span)
      return
    }
    for member in node.members where !others.contains(member.key) {
      guard let option = Self.options.first(where: { $0.name == member.key }) else {
        let error = UsageError.unknown(
          "setting", member.key, among: Self.options.map(\.name) + others)
        diagnostics.error(error.message, at: member.keySpan)
        continue
      }
      set(option, to: member.value, in: &arguments, diagnostics: &diagnostics)
    }
  }
}

// One setting.
extension SettingsFile {
  /// Every setting: the options, and the document.
  static var options: [Option<GenerationArguments>] {
    var document = Option<GenerationArguments>.path(
      Self.document, "FILE", \.document, "The OpenAPI document")
    document.place = { arguments, span in arguments.documentSpan = span }
    return [document] + GenerationArguments.settings
  }

  private func set(
    _ option: Option<GenerationArguments>, to node: Node,
    in arguments: inout GenerationArguments, diagnostics: inout Diagnostics
  ) {
    for value in values(of: node, as: option, diagnostics: &diagnostics) {
      do throws(UsageError) {
        try option.set(&arguments, value.text)
        option.place(&arguments, value.span)
      } catch {
        diagnostics.error(error.message(inSettings: option.name), at: value.span)
      }
    }
  }

  /// The values of a setting, as the option takes them.
  private func values(
    of node: Node, as option: Option<GenerationArguments>, diagnostics: inout Diagnostics
  ) -> [(text: String, span: SourceSpan)] {
    if case .flag = option.form {
      guard let truth = node.boolean else {
        diagnostics.error("'\(option.name)' is true or false", at: node.span)
        return []
      }
      return truth ? [("", node.span)] : []
    }
    if case .pair(let form) = option.form {
      return pairs(of: node, as: form, of: option, diagnostics: &diagnostics)
    }
    let isPath = option.form.isPath
    guard option.isRepeatable, node.kind == .sequence else {
      return text(node, isPath: isPath, of: option, diagnostics: &diagnostics).map { [$0] } ?? []
    }
    return node.elements.compactMap {
      text($0, isPath: isPath, of: option, diagnostics: &diagnostics)
    }
  }

  /// The pairs of a mapping: one for each key, or for each of the values in its list.
  private func pairs(
    of node: Node, as form: OptionForm.PairForm, of option: Option<GenerationArguments>,
    diagnostics: inout Diagnostics
  ) -> [(text: String, span: SourceSpan)] {
    guard node.kind == .mapping else {
      diagnostics.error("'\(option.name)' is a mapping", at: node.span)
      return []
    }
    return node.members.flatMap { member in
      let list = member.value.kind == .sequence ? Array(member.value.elements) : [member.value]
      return list.compactMap { element in
        text(element, isPath: form.hasPath, of: option, diagnostics: &diagnostics).map {
          (text: "\(member.key)=\($0.text)", span: $0.span)
        }
      }
    }
  }

  private func text(
    _ node: Node, isPath: Bool, of option: Option<GenerationArguments>,
    diagnostics: inout Diagnostics
  ) -> (text: String, span: SourceSpan)? {
    // What YAML takes for a number or a truth value is text in quotes only.
    guard let text = node.string, !(isPath && text.isEmpty) else {
      diagnostics.error("'\(option.name)' takes \(option.takes)", at: node.span)
      return nil
    }
    return (isPath ? FolderPath.path(text, in: folder) : text, node.span)
  }
}

extension Option {
  /// What a wrong value is told to be.
  fileprivate var takes: String {
    let one =
      switch form {
      case .choice(let words): "one of \(words.joined(separator: ", "))"
      case .path, .folder: "a path"
      default: "a text"
      }
    return isRepeatable ? "\(one), or a list" : one
  }
}
