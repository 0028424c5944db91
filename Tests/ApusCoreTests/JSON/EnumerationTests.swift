import ApusCore
import Foundation
import Testing

@Suite("Enumerations")
struct EnumerationTests {
  @Test("read and write the strings of their cases, with any coder")
  func closed() throws {
    let text = #"["low","high","low"]"#
    #expect(try [Priority](json: text) == [.low, .high, .low])
    #expect([Priority.low, .high, .low].jsonText == text)
    let value = try JSONDecoder().decode([Priority].self, from: Data(text.utf8))
    #expect(value == [.low, .high, .low])
    #expect(try JSONEncoder().encode(value) == Data(text.utf8))
    #expect(try [Priority](json: #"["\u006cow"]"#) == [.low])
    #expect(Priority.allCases.map(\.rawValue) == ["low", "high"])
    #expect(Set([Priority.low, .low, .high]).count == 2)
  }

  @Test("know no other string", arguments: ["", "lo", "lowe", "LOW", "low\u{0}"])
  func unknown(text: String) {
    #expect(Priority(rawValue: text) == nil)
    let (value, violations) = Priority.reading(json: Array(text.jsonText.utf8))
    #expect(value == nil && violations.count == 1)
  }

  @Test("name the strings that they know")
  func message() throws {
    do {
      _ = try withJSON(#""none""#) { try Priority(from: $0) }
      Issue.record("a string that no case has was read")
    } catch let error as JSONDecodingError {
      #expect(error.expected == #"one of "low" or "high""#)
    }
  }

  @Test("of one case, and of more than a byte can tell apart")
  func sizes() throws {
    #expect(try Only(json: #""it""#).jsonText == #""it""#)
    #expect(MemoryLayout<Many>.size == 2)
    for (position, value) in Many.allCases.enumerated() {
      #expect(value.rawValue == "\(Many.rawValues[position])")
      #expect(Many(rawValue: value.rawValue) == value)
    }
  }

  @Test("have rules that mean the same, however the strings are written")
  func rules() {
    let schemas = [Schema(.enum("a", "b")), Schema(.enum(strings: ["a", "b"]))]
    for schema in schemas {
      #expect(schema.violations(in: Array(#""b""#.utf8)).isEmpty)
      #expect(schema.violations(in: Array(#""c""#.utf8)).map(\.expected) == [#"one of "a" or "b""#])
    }
  }

  @Test("that are open keep what the document does not list")
  func open() throws {
    let text = "[1,6,3,1.0]"
    for value in [
      try JSONDecoder().decode([Grade].self, from: Data(text.utf8)),
      try withJSON(text) { try [Grade](from: $0) },
    ] {
      #expect(value == [.best, .worst, Grade(rawValue: 3), .best])
      #expect(value.jsonText == "[1,6,3,1]")
      #expect(try JSONEncoder().encode(value) == Data("[1,6,3,1]".utf8))
      #expect(Set(value).count == 3)
    }
    let grade = Grade(rawValue: 6)
    switch grade {
    case .worst: break
    default: Issue.record("an open enumeration's member is no pattern for its value")
    }
    #expect(Grade.reading(json: Array("3".utf8)).value == Grade(rawValue: 3))
    #expect(throws: InvalidValue.self) { try Grade(json: "3") }
  }
}

private enum Only: JSONEnumeration {
  case it

  static let rawValues: [StaticString] = ["it"]
  static let schema = Schema(.const("it"))
}

/// More cases than one byte numbers: 272 of them.
private enum Many: JSONEnumeration {
  case aa, ab, ac, ad, ae, af, ag, ah, ai, aj, ak, al, am, an, ao, ap
  case ba, bb, bc, bd, be, bf, bg, bh, bi, bj, bk, bl, bm, bn, bo, bp
  case ca, cb, cc, cd, ce, cf, cg, ch, ci, cj, ck, cl, cm, cn, co, cp
  case da, db, dc, dd, de, df, dg, dh, di, dj, dk, dl, dm, dn, `do`, dp
  case ea, eb, ec, ed, ee, ef, eg, eh, ei, ej, ek, el, em, en, eo, ep
  case fa, fb, fc, fd, fe, ff, fg, fh, fi, fj, fk, fl, fm, fn, fo, fp
  case ga, gb, gc, gd, ge, gf, gg, gh, gi, gj, gk, gl, gm, gn, go, gp
  case ha, hb, hc, hd, he, hf, hg, hh, hi, hj, hk, hl, hm, hn, ho, hp
  case ia, ib, ic, id, ie, `if`, ig, ih, ii, ij, ik, il, im, `in`, io, ip
  case ja, jb, jc, jd, je, jf, jg, jh, ji, jj, jk, jl, jm, jn, jo, jp
  case ka, kb, kc, kd, ke, kf, kg, kh, ki, kj, kk, kl, km, kn, ko, kp
  case la, lb, lc, ld, le, lf, lg, lh, li, lj, lk, ll, lm, ln, lo, lp
  case ma, mb, mc, md, me, mf, mg, mh, mi, mj, mk, ml, mm, mn, mo, mp
  case na, nb, nc, nd, ne, nf, ng, nh, ni, nj, nk, nl, nm, nn, no, np
  case oa, ob, oc, od, oe, of, og, oh, oi, oj, ok, ol, om, on, oo, op
  case pa, pb, pc, pd, pe, pf, pg, ph, pi, pj, pk, pl, pm, pn, po, pp
  case qa, qb, qc, qd, qe, qf, qg, qh, qi, qj, qk, ql, qm, qn, qo, qp

  static let rawValues: [StaticString] = [
    "aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al",
    "am", "an", "ao", "ap", "ba", "bb", "bc", "bd", "be", "bf", "bg", "bh",
    "bi", "bj", "bk", "bl", "bm", "bn", "bo", "bp", "ca", "cb", "cc", "cd",
    "ce", "cf", "cg", "ch", "ci", "cj", "ck", "cl", "cm", "cn", "co", "cp",
    "da", "db", "dc", "dd", "de", "df", "dg", "dh", "di", "dj", "dk", "dl",
    "dm", "dn", "do", "dp", "ea", "eb", "ec", "ed", "ee", "ef", "eg", "eh",
    "ei", "ej", "ek", "el", "em", "en", "eo", "ep", "fa", "fb", "fc", "fd",
    "fe", "ff", "fg", "fh", "fi", "fj", "fk", "fl", "fm", "fn", "fo", "fp",
    "ga", "gb", "gc", "gd", "ge", "gf", "gg", "gh", "gi", "gj", "gk", "gl",
    "gm", "gn", "go", "gp", "ha", "hb", "hc", "hd", "he", "hf", "hg", "hh",
    "hi", "hj", "hk", "hl", "hm", "hn", "ho", "hp", "ia", "ib", "ic", "id",
    "ie", "if", "ig", "ih", "ii", "ij", "ik", "il", "im", "in", "io", "ip",
    "ja", "jb", "jc", "jd", "je", "jf", "jg", "jh", "ji", "jj", "jk", "jl",
    "jm", "jn", "jo", "jp", "ka", "kb", "kc", "kd", "ke", "kf", "kg", "kh",
    "ki", "kj", "kk", "kl", "km", "kn", "ko", "kp", "la", "lb", "lc", "ld",
    "le", "lf", "lg", "lh", "li", "lj", "lk", "ll", "lm", "ln", "lo", "lp",
    "ma", "mb", "mc", "md", "me", "mf", "mg", "mh", "mi", "mj", "mk", "ml",
    "mm", "mn", "mo", "mp", "na", "nb", "nc", "nd", "ne", "nf", "ng", "nh",
    "ni", "nj", "nk", "nl", "nm", "nn", "no", "np", "oa", "ob", "oc", "od",
    "oe", "of", "og", "oh", "oi", "oj", "ok", "ol", "om", "on", "oo", "op",
    "pa", "pb", "pc", "pd", "pe", "pf", "pg", "ph", "pi", "pj", "pk", "pl",
    "pm", "pn", "po", "pp", "qa", "qb", "qc", "qd", "qe", "qf", "qg", "qh",
    "qi", "qj", "qk", "ql", "qm", "qn", "qo", "qp",
  ]
  static let schema = Schema(.type(.string))
}
