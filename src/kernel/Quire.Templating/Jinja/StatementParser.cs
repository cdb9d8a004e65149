using Quire.Templating.Diagnostics;
using Quire.Templating.MergePoints;
using Quire.Templating.Nodes;

namespace Quire.Templating.Jinja;

/// <summary>Text, print tags and block tags. After an error it goes on behind the tag, so that one reading finds several.</summary>
internal sealed class StatementParser
{
    private static readonly string[] Tags =
    [
        "for", "if", "block", "extends", "print", "macro", "include", "from", "import", "set", "with", "autoescape", "call", "filter",
        "do", "break", "continue", "raw", "merge_point", "generation",
    ];

    private static readonly HashSet<string> Inner = ["else", "elif"];

    private readonly TokenReader _tokens;
    private readonly TemplateOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly ExpressionParser _expressions;
    private readonly List<string> _open = [];
    private readonly List<string[]> _ends = [];

    public StatementParser(List<Token> tokens, TemplateOptions options, DiagnosticBag diagnostics)
    {
        _tokens = new TokenReader(tokens);
        _options = options;
        _diagnostics = diagnostics;
        _expressions = new ExpressionParser(_tokens, options);
    }

    public List<MergePoint> MergePoints { get; } = [];
    private string? _enclosingPoint;

    public Statement[] Parse()
    {
        try
        {
            _tokens.Start();
        }
        catch (ParseException e)
        {
            Report(e);
            _tokens.SkipTag();
        }
        return Body([]);
    }

    /// <summary>Statements up to one of the end tags, whose name is then the current token; or up to the end of the source.</summary>
    private Statement[] Body(string[] ends)
    {
        var body = new List<Statement>();
        _ends.Add(ends);
        while (_tokens.Kind != TokenKind.End)
        {
            var (open, level, depth, points) = (_open.Count, _ends.Count, _expressions.Depth, _expressions.MergePoints.Count);
            try
            {
                if (!Piece(body, ends)) break;
            }
            catch (ParseException e)
            {
                Report(e);
                if (_diagnostics.IsFull || e.Code == Codes.TooDeep) throw new ParseAbortedException();
                _open.RemoveRange(open, _open.Count - open);
                _ends.RemoveRange(level, _ends.Count - level);
                while (_expressions.MergePoints.Count > points) _expressions.MergePoints.Pop();
                _expressions.ResetDepth(depth);
                _tokens.SkipTag();
            }
        }
        _ends.RemoveAt(_ends.Count - 1);
        return [.. body];
    }

    private bool Piece(List<Statement> body, string[] ends)
    {
        switch (_tokens.Kind)
        {
            case TokenKind.Data:
                var data = _tokens.Current;
                body.Add(new TextStatement(data.Text!) { Line = data.Line, Position = data.Start });
                _tokens.Next();
                return true;
            case TokenKind.VariableBegin:
                _tokens.Next();
                var value = _expressions.Tuple();
                var place = _tokens.Position;
                _tokens.Expect(TokenKind.VariableEnd);
                body.Add(new EmitStatement(value) { Line = value.Line, Position = value.Position });
                return true;
            case TokenKind.BlockBegin:
                _tokens.Next();
                if (_tokens.Kind == TokenKind.Name && Array.IndexOf(ends, _tokens.Current.Text) >= 0) return false;
                Tag(body);
                _tokens.Expect(TokenKind.BlockEnd);
                return true;
            default:
                throw _expressions.Fail($"unexpected '{TokenReader.Describe(_tokens.Current)}'");
        }
    }

    private void Tag(List<Statement> body)
    {
        var token = _tokens.Current;
        if (token.Kind != TokenKind.Name) throw new ParseException(Codes.Syntax, "tag name expected", token.Line, token.Start);
        _open.Add(token.Text!);
        _expressions.Enter();
        switch (token.Text)
        {
            case "for": body.Add(For()); break;
            case "if": body.Add(If()); break;
            case "set": body.Add(Set()); break;
            case "macro": body.Add(Macro()); break;
            case "call": body.Add(Call()); break;
            case "filter": body.Add(Filter()); break;
            case "with": body.Add(With()); break;
            case "block": body.Add(Block()); break;
            case "extends": body.Add(Extends()); break;
            case "include": body.Add(Include()); break;
            case "import": body.Add(Import()); break;
            case "from": body.Add(FromImport()); break;
            case "autoescape": body.Add(Autoescape()); break;
            case "print": Print(body); break;
            case "do": body.Add(Do()); break;
            case "break" or "continue": body.Add(Break()); break;
            case "merge_point" when _options.AllowMergePoints: body.Add(MergePoint()); break;
            case "generation" when _options.ChatTemplate: body.Add(Generation()); break;
            default:
                _open.RemoveAt(_open.Count - 1);
                throw UnknownTag(token);
        }
        _expressions.Leave();
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>The body of a tag: the end of its opening, then statements up to an end tag.</summary>
    private Statement[] Statements(params string[] ends)
    {
        _tokens.Skip(TokenKind.Colon);
        _tokens.Expect(TokenKind.BlockEnd);
        var body = Body(ends);
        if (_tokens.Kind == TokenKind.End) throw Unfinished(ends);
        return body;
    }

    private Statement[] StatementsAndEnd(string end)
    {
        var body = Statements(end);
        _tokens.Next();
        return body;
    }

    private ForStatement For()
    {
        var start = _tokens.Next();
        var target = _expressions.AssignmentTarget();
        _tokens.ExpectName("in");
        var source = _expressions.Tuple(withCondition: false);
        var test = _tokens.SkipName("if") ? _expressions.Expression() : null;
        var isRecursive = _tokens.SkipName("recursive");
        var body = Statements("endfor", "else");
        var otherwise = _tokens.Next().Text == "endfor" ? [] : StatementsAndEnd("endfor");
        return new ForStatement(target, source, body, otherwise, test, isRecursive) { Line = start.Line, Position = start.Start };
    }

    private IfStatement If()
    {
        var start = _tokens.Next();
        var (line, position) = (start.Line, start.Start);
        var branches = new List<IfBranch>();
        while (true)
        {
            var test = _expressions.Tuple(withCondition: false);
            var body = Statements("elif", "else", "endif");
            branches.Add(new IfBranch(test, body, line, position));
            var end = _tokens.Next();
            if (end.Text == "endif") return new IfStatement([.. branches], null) { Line = start.Line, Position = start.Start };
            if (end.Text == "else")
            {
                var otherwise = StatementsAndEnd("endif");
                return new IfStatement([.. branches], otherwise) { Line = start.Line, Position = start.Start };
            }
            (line, position) = (_tokens.Line, end.Start);
        }
    }

    private Statement Set()
    {
        var start = _tokens.Next();
        var target = _expressions.AssignmentTarget(withNamespace: true);
        if (_tokens.Skip(TokenKind.Assign))
            return new SetStatement(target, _expressions.Tuple()) { Line = start.Line, Position = start.Start };
        var depth = _expressions.Depth;
        var filter = (FilterExpression?)_expressions.Filters(null);
        _expressions.ResetDepth(depth);
        return new SetBlockStatement(target, filter, StatementsAndEnd("endset")) { Line = start.Line, Position = start.Start };
    }

    private MacroStatement Macro()
    {
        var start = _tokens.Next();
        var name = (NameExpression)_expressions.AssignmentTarget(nameOnly: true);
        var (parameters, defaults) = Signature();
        var body = StatementsAndEnd("endmacro");
        return new MacroStatement(name.Name, new MacroBody(parameters, defaults, body)) { Line = start.Line, Position = start.Start };
    }

    private (NameExpression[] Parameters, Expression[] Defaults) Signature()
    {
        var parameters = new List<NameExpression>();
        var defaults = new List<Expression>();
        _tokens.Expect(TokenKind.LeftParen);
        while (_tokens.Kind != TokenKind.RightParen)
        {
            if (parameters.Count > 0) _tokens.Expect(TokenKind.Comma);
            var parameter = (NameExpression)_expressions.AssignmentTarget(nameOnly: true);
            parameter.Context = NameContext.Parameter;
            if (_tokens.Skip(TokenKind.Assign)) defaults.Add(_expressions.Expression());
            else if (defaults.Count > 0) throw _expressions.Fail("non-default argument follows default argument");
            if (parameters.Exists(p => p.Name == parameter.Name))
                throw new ParseException(Codes.Syntax, $"duplicate argument '{parameter.Name}' in function definition", parameter.Line, parameter.Position);
            parameters.Add(parameter);
        }
        _tokens.Expect(TokenKind.RightParen);
        return ([.. parameters], [.. defaults]);
    }

    private CallStatement Call()
    {
        var start = _tokens.Next();
        var (parameters, defaults) = _tokens.Kind == TokenKind.LeftParen ? Signature() : ([], []);
        if (_expressions.Expression() is not CallExpression call) throw new ParseException(Codes.Syntax, "expected call", start.Line, start.Start);
        var body = StatementsAndEnd("endcall");
        return new CallStatement(call, new MacroBody(parameters, defaults, body)) { Line = start.Line, Position = start.Start };
    }

    private FilterBlockStatement Filter()
    {
        var start = _tokens.Next();
        var depth = _expressions.Depth;
        var filter = (FilterExpression)_expressions.Filters(null, isInline: true)!;
        _expressions.ResetDepth(depth);
        return new FilterBlockStatement(filter, StatementsAndEnd("endfilter")) { Line = start.Line, Position = start.Start };
    }

    private WithStatement With()
    {
        var start = _tokens.Next();
        var targets = new List<Expression>();
        var values = new List<Expression>();
        while (_tokens.Kind != TokenKind.BlockEnd)
        {
            if (targets.Count > 0) _tokens.Expect(TokenKind.Comma);
            var target = _expressions.AssignmentTarget();
            ExpressionParser.SetContext(target, NameContext.Parameter);
            targets.Add(target);
            _tokens.Expect(TokenKind.Assign);
            values.Add(_expressions.Expression());
        }
        return new WithStatement([.. targets], [.. values], StatementsAndEnd("endwith")) { Line = start.Line, Position = start.Start };
    }

    private BlockStatement Block()
    {
        var start = _tokens.Next();
        var name = _tokens.Expect(TokenKind.Name).Text!;
        var isScoped = _tokens.SkipName("scoped");
        var isRequired = _tokens.SkipName("required");
        if (_tokens.Kind == TokenKind.Sub)
            throw _expressions.Fail("Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.");
        var body = StatementsAndEnd("endblock");
        if (isRequired && !Array.TrueForAll(body, s => s is TextStatement text && text.Text.All(PythonCharacters.IsSpace)))
            throw _expressions.Fail("Required blocks can only contain comments or whitespace");
        _tokens.SkipName(name);
        return new BlockStatement(name, isScoped, isRequired, body) { Line = start.Line, Position = start.Start };
    }

    private ExtendsStatement Extends()
    {
        var start = _tokens.Next();
        return new ExtendsStatement(_expressions.Expression()) { Line = start.Line, Position = start.Start };
    }

    private IncludeStatement Include()
    {
        var start = _tokens.Next();
        var name = _expressions.Expression();
        var ignoresMissing = _tokens.IsName("ignore") && _tokens.Look().IsName("missing");
        if (ignoresMissing)
        {
            _tokens.Next();
            _tokens.Next();
        }
        return new IncludeStatement(name, ignoresMissing, WithContext() ?? true) { Line = start.Line, Position = start.Start };
    }

    private ImportStatement Import()
    {
        var start = _tokens.Next();
        var name = _expressions.Expression();
        _tokens.ExpectName("as");
        var target = (NameExpression)_expressions.AssignmentTarget(nameOnly: true);
        return new ImportStatement(name, target.Name, WithContext() ?? false) { Line = start.Line, Position = start.Start };
    }

    private FromImportStatement FromImport()
    {
        var start = _tokens.Next();
        var name = _expressions.Expression();
        _tokens.ExpectName("import");
        var names = new List<(string, string)>();
        bool? withContext = null;
        while (true)
        {
            if (names.Count > 0) _tokens.Expect(TokenKind.Comma);
            if (_tokens.Kind != TokenKind.Name) _tokens.Expect(TokenKind.Name);
            withContext = WithContext();
            if (withContext is not null) break;
            names.Add(ImportedName());
            withContext = WithContext();
            if (withContext is not null || _tokens.Kind != TokenKind.Comma) break;
        }
        return new FromImportStatement(name, [.. names], withContext ?? false) { Line = start.Line, Position = start.Start };
    }

    private (string Name, string Alias) ImportedName()
    {
        var target = (NameExpression)_expressions.AssignmentTarget(nameOnly: true);
        if (target.Name.StartsWith('_'))
            throw new ParseException(Codes.Syntax, "names starting with an underline can not be imported", target.Line, target.Position);
        if (!_tokens.SkipName("as")) return (target.Name, target.Name);
        return (target.Name, ((NameExpression)_expressions.AssignmentTarget(nameOnly: true)).Name);
    }

    private bool? WithContext()
    {
        if (!(_tokens.IsName("with") || _tokens.IsName("without")) || !_tokens.Look().IsName("context")) return null;
        var with = _tokens.Next().Text == "with";
        _tokens.Next();
        return with;
    }

    private AutoescapeStatement Autoescape()
    {
        var start = _tokens.Next();
        var flag = _expressions.Expression();
        return new AutoescapeStatement(flag, StatementsAndEnd("endautoescape")) { Line = start.Line, Position = start.Start };
    }

    private void Print(List<Statement> body)
    {
        _tokens.Next();
        var first = true;
        while (_tokens.Kind != TokenKind.BlockEnd)
        {
            if (!first) _tokens.Expect(TokenKind.Comma);
            first = false;
            var value = _expressions.Expression();
            body.Add(new EmitStatement(value) { Line = value.Line, Position = value.Position });
        }
    }

    private DoStatement Do()
    {
        var start = _tokens.Next();
        return new DoStatement(_expressions.Tuple()) { Line = start.Line, Position = start.Start };
    }

    private BreakStatement Break()
    {
        var token = _tokens.Next();
        return new BreakStatement(token.Text == "continue") { Line = token.Line, Position = token.Start };
    }

    private ScopeStatement Generation()
    {
        var start = _tokens.Next();
        return new ScopeStatement(StatementsAndEnd("endgeneration")) { Line = start.Line, Position = start.Start };
    }

    private MergePointStatement MergePoint()
    {
        var start = _tokens.Next();
        var header = MergePointHeader.Read(_tokens, _diagnostics, start, MergePoints) with { Enclosing = _enclosingPoint };
        var statement = new MergePointStatement { Name = header.Name, Index = MergePoints.Count, Behavior = header.Behavior, Line = start.Line, Position = start.Start };
        var index = MergePoints.Count;
        MergePoints.Add(header);
        _expressions.MergePoints.Push(header.Behavior == MergeBehavior.Inject ? statement : null);
        var enclosing = _enclosingPoint;
        _enclosingPoint = header.Name;
        var body = Statements("endmerge_point");
        _enclosingPoint = enclosing;
        _tokens.Next();
        if (_tokens.Kind is TokenKind.String or TokenKind.Name) MergePointHeader.CheckEnd(_tokens, header.Name);
        _expressions.MergePoints.Pop();
        statement.Body = body;
        MergePoints[index] = header with { HasDefault = !Array.TrueForAll(body, s => s is TextStatement text && string.IsNullOrWhiteSpace(text.Text)) };
        return statement;
    }

    private ParseException UnknownTag(in Token token)
    {
        var name = token.Text!;
        var parts = new List<string> { $"Encountered unknown tag '{name}'." };
        var known = _ends.SelectMany(e => e).ToHashSet(StringComparer.Ordinal);
        if (_ends[^1].Length > 0)
        {
            var looking = string.Join(" or ", _ends[^1].Select(e => $"'{e}'"));
            parts.Add(known.Contains(name)
                ? $"You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {looking}."
                : $"Jinja was looking for the following tags: {looking}.");
        }
        if (_open.Count > 0) parts.Add($"The innermost block that needs to be closed is '{_open[^1]}'.");
        return new ParseException(Codes.UnknownTag, string.Join(' ', parts), token.Line, token.Start, Execution.Suggestions.Hint(name, Tags.Concat(known)));
    }

    private ParseException Unfinished(string[] ends)
    {
        var looking = string.Join(" or ", ends.Select(e => $"'{e}'"));
        var message = $"Unexpected end of template. Jinja was looking for the following tags: {looking}. The innermost block that needs to be closed is '{_open[^1]}'.";
        return new ParseException(Codes.UnclosedBlock, message, _tokens.Line, _tokens.Position, $"close it with {{% {ends[^1]} %}}");
    }

    /// <summary>An end tag whose opening could not be read says nothing new.</summary>
    private void Report(ParseException e)
    {
        var isEcho = _diagnostics.HasErrors && e.Code is Codes.UnknownTag or Codes.UnclosedBlock && _diagnostics.HasErrors
            && (e.Code == Codes.UnclosedBlock || e.Message.Contains("tag 'end", StringComparison.Ordinal) || Inner.Any(i => e.Message.Contains($"tag '{i}'", StringComparison.Ordinal)));
        if (!isEcho) _diagnostics.Error(e.Code, e.Message, e.Line, e.Position, 0, e.Hint);
    }
}
