using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.Jinja;
using Quire.Templating.MergePoints;

namespace Quire.Templating.Liquid;

/// <summary>Tokens to nodes. After an error it goes on with the next token, so that one reading finds several.</summary>
internal sealed class LiquidParser(List<LiquidToken> tokens, LiquidScope scope, DiagnosticBag diagnostics, LiquidFound found)
{
    private static readonly string[] Tags =
        ["if", "unless", "case", "for", "tablerow", "assign", "capture", "echo", "increment", "decrement", "cycle", "include", "render", "comment", "raw", "doc", "liquid", "break", "continue", "ifchanged", "merge_point"];

    private readonly Stack<LiquidMergePoint?> _injecting = new();
    private string? _enclosingPoint;
    private int _next;
    private int _depth;

    private LiquidToken Current => tokens[_next - 1];

    public List<LiquidNode> Parse()
    {
        var body = Body([], out _, out _);
        return body;
    }

    /// <summary>Nodes up to an end tag; its name and the rest of it come out.</summary>
    private List<LiquidNode> Body(string[] ends, out string? end, out LiquidScanner? rest)
    {
        var body = new List<LiquidNode>();
        if (++_depth > scope.MaxDepth) throw new ParseException(Codes.TooDeep, $"the template nests deeper than {scope.MaxDepth} levels", Current.Line, Current.Start);
        (end, rest) = (null, null);
        while (_next < tokens.Count && !diagnostics.IsFull)
        {
            var token = tokens[_next++];
            var depth = _depth;
            try
            {
                if (token.Kind == LiquidTokenKind.Text) body.Add(new LiquidText(token.Text) { Place = LiquidNode.PlaceAt(token.Line, token.Start) });
                else if (token.Kind == LiquidTokenKind.Output) Output(body, token);
                else if (Tag(body, token, ends, out end, out rest))
                {
                    _depth--;
                    return body;
                }
            }
            catch (ParseException e) when (ends.Length == 0 && e.Code != Codes.TooDeep)
            {
                diagnostics.Error(e.Code, e.Message, e.Line, e.Position, 0, e.Hint);
                _depth = depth;
            }
        }
        _depth--;
        return body;
    }

    private void Output(List<LiquidNode> body, in LiquidToken token)
    {
        var scanner = new LiquidScanner(token.Text, token.Line, token.Start, scope);
        if (scanner.IsAtEnd) return;
        if (_injecting.TryPeek(out var point) && point is not null && token.Text.Trim() == "contributions")
        {
            body.Add(new LiquidContributions(point) { Place = LiquidNode.PlaceAt(token.Line, token.Start) });
            return;
        }
        var expression = scanner.Filtered();
        scanner.ExpectEnd();
        body.Add(new LiquidOutput(expression) { Place = LiquidNode.PlaceAt(token.Line, token.Start) });
    }

    private bool Tag(List<LiquidNode> body, in LiquidToken token, string[] ends, out string? end, out LiquidScanner? rest)
    {
        (end, rest) = (null, null);
        var scanner = new LiquidScanner(token.Text, token.Line, token.Start, scope);
        var place = LiquidNode.PlaceAt(token.Line, token.Start);
        if (scanner.Skip('#'))
        {
            Comment(token);
            body.Add(new LiquidNothing());
            return false;
        }
        if (scanner.IsAtEnd) return false;
        var name = scanner.TryWord() ?? throw scanner.Fail("expected the name of a tag");
        if (Array.IndexOf(ends, name) >= 0)
        {
            (end, rest) = (name, scanner);
            return true;
        }
        if (Make(name, scanner, place, token) is { } node) body.Add(node);
        return false;
    }

    private static void Comment(in LiquidToken token)
    {
        foreach (var line in token.Text.Split('\n'))
            if (line.Trim() is { Length: > 0 } text && text[0] != '#')
                throw new ParseException(Codes.Syntax, "each line of an inline comment must begin with '#'", token.Line, token.Start);
    }

    private LiquidNode? Make(string name, LiquidScanner scanner, long place, in LiquidToken token)
    {
        switch (name)
        {
            case "assign": return Assign(scanner, place);
            case "echo": return scanner.IsAtEnd ? null : new LiquidOutput(Whole(scanner)) { Place = place };
            case "capture": return Capture(scanner, place);
            case "if": return If(scanner, place, negates: false, "endif");
            case "unless": return If(scanner, place, negates: true, "endunless");
            case "case": return Case(scanner, place);
            case "for": return For(scanner, place);
            case "tablerow": return TableRow(scanner, place);
            case "break": return new LiquidJump(Flow.Break) { Place = place };
            case "continue": return new LiquidJump(Flow.Continue) { Place = place };
            case "increment": return new LiquidCounter(Own(scanner.Target()), 1) { Place = place };
            case "decrement": return new LiquidCounter(Own(scanner.Target()), -1) { Place = place };
            case "cycle": return Cycle(scanner, place);
            case "ifchanged": return new LiquidIfChanged(Block("endifchanged")) { Place = place };
            case "include": return Partial(scanner, place, isIsolated: false);
            case "render": return Partial(scanner, place, isIsolated: true);
            case "comment":
                SkipComment(token);
                return new LiquidNothing();
            case "liquid": return Lines(scanner, place, token);
            case "merge_point" when scope.Options.AllowMergePoints: return MergePoint(place, token);
            default: throw new ParseException(Codes.UnknownTag, $"Unknown tag '{name}'", token.Line, token.Start, Suggestions.Hint(name, Tags));
        }
    }

    private string Own(string name)
    {
        scope.Own(name);
        return name;
    }

    private static LiquidExpression Whole(LiquidScanner scanner)
    {
        var expression = scanner.Filtered();
        scanner.ExpectEnd();
        return expression;
    }

    private LiquidAssign Assign(LiquidScanner scanner, long place)
    {
        var name = scanner.Target();
        scanner.Expect('=');
        var value = Whole(scanner);
        return new LiquidAssign(Own(name), value) { Place = place };
    }

    private LiquidCapture Capture(LiquidScanner scanner, long place)
    {
        var name = scanner.Target();
        scanner.ExpectEnd();
        var body = Block("endcapture");
        return new LiquidCapture(Own(name), body) { Place = place };
    }

    private List<LiquidNode> Block(string endName)
    {
        var opened = Current;
        var body = Body([endName], out var end, out _);
        return end is null ? throw NotClosed(opened, endName) : body;
    }

    private static ParseException NotClosed(in LiquidToken opened, string endName) =>
        new(Codes.UnclosedBlock, $"'{endName[3..]}' tag was never closed", opened.Line, opened.Start, $"close it with {{% {endName} %}}");

    private LiquidIf If(LiquidScanner scanner, long place, bool negates, string endName)
    {
        var opened = Current;
        var branches = new List<(LiquidCondition?, IReadOnlyList<LiquidNode>)>();
        LiquidCondition? condition = scanner.Condition(negates);
        var isIgnored = false;
        while (true)
        {
            var body = Body(["elsif", "else", endName], out var end, out var rest);
            if (!isIgnored) branches.Add((condition, body));
            if (end is null) throw NotClosed(opened, endName);
            if (end == endName) return new LiquidIf(branches) { Place = place };
            // What stands behind an else is read and never run.
            isIgnored |= condition is null;
            condition = end == "elsif" && !isIgnored ? rest!.Condition(negates: false) : null;
        }
    }

    private LiquidCase Case(LiquidScanner scanner, long place)
    {
        var opened = Current;
        var subject = scanner.Primary();
        var branches = new List<(LiquidExpression[]?, IReadOnlyList<LiquidNode>)>();
        LiquidExpression[]? values = null;
        var isFirst = true;
        while (true)
        {
            var body = Body(["when", "else", "endcase"], out var end, out var rest);
            if (!isFirst) branches.Add((values, body));
            isFirst = false;
            if (end is null) throw NotClosed(opened, "endcase");
            if (end == "endcase") return new LiquidCase(subject, branches) { Place = place };
            values = end == "when" ? When(rest!) : null;
        }
    }

    private static LiquidExpression[] When(LiquidScanner scanner)
    {
        var values = new List<LiquidExpression>();
        do values.Add(scanner.Primary());
        while (scanner.Skip(',') || scanner.SkipWord("or"));
        // As in Liquid, what follows the values and is neither a comma nor `or` is passed over.
        return [.. values];
    }

    private (string Name, LiquidLoopHead Head) LoopHead(LiquidScanner scanner)
    {
        var name = scanner.TryWord() ?? throw scanner.Fail("expected a name");
        if (!scanner.SkipWord("in")) throw scanner.Fail("expected 'in'");
        var rest = scanner.Rest;
        var source = scanner.Primary();
        var text = rest[..^scanner.Rest.Length].Trim();
        var isReversed = scanner.SkipWord("reversed");
        LiquidExpression? limit = null, offset = null, columns = null;
        var continues = false;
        while (true)
        {
            scanner.Skip(',');
            if (scanner.IsAtEnd) break;
            if (scanner.SkipWord("reversed"))
            {
                isReversed = true;
                continue;
            }
            var option = scanner.TryWord() ?? throw scanner.Fail("expected an option of the loop");
            scanner.Expect(':');
            if (option == "offset" && scanner.SkipWord("continue")) continues = true;
            else if (option == "offset") offset = scanner.Primary();
            else if (option == "limit") limit = scanner.Primary();
            else if (option == "cols") columns = scanner.Primary();
            else throw scanner.Fail($"a loop has no option '{option}'", hint: "there are limit, offset, cols and reversed");
        }
        return (Own(name), new LiquidLoopHead($"{name}-{text}", source, isReversed, continues) { Limit = limit, Offset = offset, Columns = columns });
    }

    private LiquidFor For(LiquidScanner scanner, long place)
    {
        var opened = Current;
        var (name, head) = LoopHead(scanner);
        var body = Body(["else", "endfor"], out var end, out _);
        IReadOnlyList<LiquidNode> otherwise = [];
        if (end == "else") otherwise = Body(["endfor"], out end, out _);
        return end is null ? throw NotClosed(opened, "endfor") : new LiquidFor(name, head, body, otherwise) { Place = place };
    }

    private LiquidTableRow TableRow(LiquidScanner scanner, long place)
    {
        var (name, head) = LoopHead(scanner);
        return new LiquidTableRow(name, head, Block("endtablerow")) { Place = place };
    }

    private static LiquidCycle Cycle(LiquidScanner scanner, long place)
    {
        var text = scanner.Rest.Trim();
        var first = scanner.Primary();
        LiquidExpression? group = null;
        if (scanner.Skip(':')) (group, first) = (first, scanner.Primary());
        var values = new List<LiquidExpression> { first };
        while (scanner.Skip(',') && !scanner.IsAtEnd) values.Add(scanner.Primary());
        scanner.ExpectEnd();
        return new LiquidCycle(group, [.. values], text) { Place = place };
    }

    private LiquidPartial Partial(LiquidScanner scanner, long place, bool isIsolated)
    {
        var name = scanner.Primary();
        if (name is LiquidLiteral literal)
        {
            if (!literal.Value.IsText) throw scanner.Fail("the name of a template is text");
            found.Reference(literal.Value.Text);
        }
        else if (isIsolated) throw scanner.Fail("render takes the name of a template as text", hint: "write {% render 'name' %}");
        else found.HasDynamicReferences = true;
        var node = new LiquidPartial(name, isIsolated) { Place = place };
        if (scanner.SkipWord("with")) node.Bound = scanner.Primary();
        else if (scanner.SkipWord("for")) (node.Bound, node.IsLoop) = (scanner.Primary(), true);
        if (node.Bound is not null && scanner.SkipWord("as")) node.Alias = scanner.TryWord() ?? throw scanner.Fail("expected a name");
        scanner.Skip(',');
        while (!scanner.IsAtEnd)
        {
            var key = scanner.TryWord() ?? throw scanner.Fail("expected the name of an argument");
            scanner.Expect(':');
            node.Arguments.Add((key, scanner.Primary()));
            scanner.Skip(',');
        }
        return node;
    }

    /// <summary>Skips to the end of a comment; comments in it and raw text in it are passed over whole.</summary>
    private void SkipComment(in LiquidToken opened)
    {
        var depth = 1;
        while (_next < tokens.Count)
        {
            var token = tokens[_next++];
            if (token.Kind != LiquidTokenKind.Tag) continue;
            var name = new LiquidScanner(token.Text, token.Line, token.Start, scope).TryWord();
            if (name == "comment") depth++;
            else if (name == "endcomment" && --depth == 0) return;
        }
        throw NotClosed(opened, "endcomment");
    }

    /// <summary>Each line of a liquid tag is a tag of its own; what it opens it also closes.</summary>
    private LiquidSequence Lines(LiquidScanner scanner, long place, in LiquidToken token)
    {
        var lines = new List<LiquidToken>();
        var offset = scanner.Position;
        var line = token.Line + token.Text[..^scanner.Rest.Length].Count(c => c == '\n');
        foreach (var part in scanner.Rest.Split('\n'))
        {
            if (part.Contains('\r') && part.TrimEnd('\r').Contains('\r')) throw new ParseException(Codes.Syntax, "lines end with a newline", line, offset);
            if (part.Trim().Length > 0) lines.Add(new LiquidToken(LiquidTokenKind.Tag, part.TrimEnd('\r'), line, offset, offset + part.Length));
            offset += part.Length + 1;
            line++;
        }
        if (++_depth > scope.MaxDepth) throw new ParseException(Codes.TooDeep, $"the template nests deeper than {scope.MaxDepth} levels", token.Line, token.Start);
        var inner = new LiquidParser(lines, scope, diagnostics, found) { _depth = _depth };
        var body = inner.Parse();
        _depth--;
        return new LiquidSequence(body) { Place = place };
    }

    private LiquidMergePoint MergePoint(long place, in LiquidToken token)
    {
        var opened = token;
        var reader = HeaderReader(token.Text, token.Line, token.Start);
        var start = reader.Next();
        var enclosing = _enclosingPoint;
        var header = MergePointHeader.Read(reader, diagnostics, start, found.MergePoints) with { Enclosing = enclosing };
        _enclosingPoint = header.Name;
        var node = new LiquidMergePoint(header) { Place = place };
        var index = found.MergePoints.Count;
        found.MergePoints.Add(header);
        _injecting.Push(header.Behavior == MergeBehavior.Inject ? node : null);
        var body = Body(["endmerge_point"], out var end, out var rest);
        _injecting.Pop();
        _enclosingPoint = enclosing;
        if (end is null) throw NotClosed(opened, "endmerge_point");
        if (!rest!.IsAtEnd)
        {
            var closing = HeaderReader(rest.Rest, rest.Line, rest.Position);
            MergePointHeader.CheckEnd(closing, header.Name);
        }
        node.Body = body;
        found.MergePoints[index] = header with { HasDefault = !body.TrueForAll(n => n is LiquidText { IsBlank: true } or LiquidNothing) };
        return node;
    }

    /// <summary>The header of a merge point is the same in every dialect, so it is read by the tokens of Jinja.</summary>
    private static TokenReader HeaderReader(string text, int line, int start)
    {
        var read = Lexer.Read("{%" + text + "%}", TemplateOptions.Default);
        var shifted = read.Skip(1).Select(t => t with { Line = t.Line + line - 1, Start = t.Start + start - 2, End = t.End + start - 2 }).ToList();
        var reader = new TokenReader(shifted);
        reader.Start();
        return reader;
    }
}
