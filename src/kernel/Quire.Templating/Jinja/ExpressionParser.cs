using System.Runtime.CompilerServices;
using Quire.Templating.Diagnostics;
using Quire.Templating.Nodes;
using Quire.Templating.Values;

namespace Quire.Templating.Jinja;

/// <summary>Expressions by Jinja's precedence, from the loosest (<c>a if b else c</c>) to the tightest. Lines of nodes follow Jinja's parser, because errors are reported on them.</summary>
internal sealed class ExpressionParser(TokenReader tokens, TemplateOptions options)
{
    private readonly int _maxDepth = Math.Clamp(options.MaxParserDepth, 1, 200);
    private int _depth;

    /// <summary>The inject points whose default text is being read: inside, the name <c>contributions</c> is special.</summary>
    public Stack<MergePointStatement?> MergePoints { get; } = new();

    public int Depth => _depth;

    public void Enter()
    {
        if (++_depth > _maxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new ParseException(Codes.TooDeep, $"the template nests deeper than {_maxDepth} levels", tokens.Line, tokens.Position);
    }

    public void Leave() => _depth--;

    public void ResetDepth(int depth) => _depth = depth;

    public Expression Expression(bool withCondition = true) => withCondition ? Condition() : Or();

    /// <summary>One expression, or a tuple where commas follow.</summary>
    public Expression Tuple(bool simplified = false, bool withCondition = true, bool inParentheses = false)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var items = new List<Expression>();
        var isTuple = false;
        while (true)
        {
            if (items.Count > 0) tokens.Expect(TokenKind.Comma);
            if (IsTupleEnd()) break;
            items.Add(simplified ? Primary() : Expression(withCondition));
            if (tokens.Kind != TokenKind.Comma) break;
            isTuple = true;
            line = tokens.Line;
        }
        if (isTuple) return new TupleExpression([.. items]) { Line = line, Position = position };
        if (items.Count > 0) return items[0];
        if (!inParentheses) throw Fail($"Expected an expression, got '{TokenReader.Describe(tokens.Current)}'");
        return new TupleExpression([]) { Line = line, Position = position };
    }

    public ArgumentList Arguments()
    {
        var open = tokens.Expect(TokenKind.LeftParen);
        Enter();
        var positional = new List<Expression>();
        var names = new List<string>();
        var named = new List<Expression>();
        Expression? more = null;
        Expression? moreNamed = null;
        var first = true;
        while (tokens.Kind != TokenKind.RightParen)
        {
            if (!first)
            {
                tokens.Expect(TokenKind.Comma);
                if (tokens.Kind == TokenKind.RightParen) break;
            }
            first = false;
            if (tokens.Kind == TokenKind.Mul)
            {
                Ensure(more is null && moreNamed is null, open);
                tokens.Next();
                more = Expression();
            }
            else if (tokens.Kind == TokenKind.Pow)
            {
                Ensure(moreNamed is null, open);
                tokens.Next();
                moreNamed = Expression();
            }
            else if (tokens.Kind == TokenKind.Name && tokens.Look().Kind == TokenKind.Assign)
            {
                Ensure(moreNamed is null, open);
                var name = tokens.Next();
                tokens.Next();
                var value = Expression();
                if (names.Contains(name.Text!)) throw new ParseException(Codes.Syntax, $"keyword argument repeated: {name.Text}", name.Line, name.Start);
                names.Add(name.Text!);
                named.Add(value);
            }
            else
            {
                Ensure(more is null && moreNamed is null && names.Count == 0, open);
                positional.Add(Expression());
            }
        }
        tokens.Expect(TokenKind.RightParen);
        Leave();
        return positional.Count == 0 && names.Count == 0 && more is null && moreNamed is null
            ? ArgumentList.Empty
            : new ArgumentList([.. positional], [.. names], [.. named], more, moreNamed);
    }

    /// <summary>A chain of filters; <paramref name="isInline"/> where the first stands without a bar, as in <c>{% filter upper %}</c>.</summary>
    public Expression? Filters(Expression? operand, bool isInline = false)
    {
        while (tokens.Kind == TokenKind.Pipe || isInline)
        {
            if (!isInline) tokens.Next();
            isInline = false;
            var name = tokens.Expect(TokenKind.Name);
            var text = DottedName(name.Text!);
            var arguments = tokens.Kind == TokenKind.LeftParen ? Arguments() : ArgumentList.Empty;
            operand = new FilterExpression(operand, text, arguments) { Line = name.Line, Position = name.Start };
            Enter();
        }
        return operand;
    }

    public Expression AssignmentTarget(bool withTuple = true, bool nameOnly = false, bool withNamespace = false)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        if (withNamespace && tokens.Look().Kind == TokenKind.Dot)
        {
            var space = tokens.Expect(TokenKind.Name);
            tokens.Next();
            var member = tokens.Expect(TokenKind.Name);
            return new NamespaceTarget(space.Text!, member.Text!) { Line = space.Line, Position = space.Start };
        }
        Expression target;
        if (nameOnly)
        {
            var name = tokens.Expect(TokenKind.Name);
            target = new NameExpression(name.Text!) { Context = NameContext.Store, Line = name.Line, Position = name.Start };
        }
        else
        {
            target = withTuple ? Tuple(simplified: true) : Primary();
            SetContext(target, NameContext.Store);
        }
        if (!target.CanAssign) throw new ParseException(Codes.WrongAssignment, $"can't assign to '{target.Kind}'", target.Line == 0 ? line : target.Line, position);
        return target;
    }

    public static void SetContext(Expression target, NameContext context)
    {
        if (target is NameExpression name) name.Context = context;
        else if (target is TupleExpression tuple)
            foreach (var item in tuple.Items) SetContext(item, context);
    }

    public ParseException Fail(string message, string code = Codes.Syntax, string? hint = null) => new(code, message, tokens.Line, tokens.Position, hint);

    private bool IsTupleEnd() => tokens.Kind is TokenKind.VariableEnd or TokenKind.BlockEnd or TokenKind.RightParen;

    private Expression Condition()
    {
        Enter();
        var (line, position) = (tokens.Line, tokens.Position);
        var value = Or();
        var depth = _depth;
        while (tokens.SkipName("if"))
        {
            Enter();
            var test = Or();
            var otherwise = tokens.SkipName("else") ? Condition() : null;
            value = new ConditionExpression(test, value, otherwise) { Line = line, Position = position };
            line = tokens.Line;
        }
        _depth = depth;
        Leave();
        return value;
    }

    private Expression Or()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var left = And();
        if (!tokens.IsName("or")) return left;
        var operands = new List<Expression> { left };
        while (tokens.IsName("or"))
        {
            if (operands.Count > 1) line = tokens.Line;
            tokens.Next();
            operands.Add(And());
        }
        return new LogicExpression([.. operands], isAnd: false) { Line = line, Position = position };
    }

    private Expression And()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var left = Not();
        if (!tokens.IsName("and")) return left;
        var operands = new List<Expression> { left };
        while (tokens.IsName("and"))
        {
            if (operands.Count > 1) line = tokens.Line;
            tokens.Next();
            operands.Add(Not());
        }
        return new LogicExpression([.. operands], isAnd: true) { Line = line, Position = position };
    }

    private Expression Not()
    {
        if (!tokens.IsName("not")) return Compare();
        var token = tokens.Next();
        Enter();
        var operand = Not();
        Leave();
        return new NotExpression(operand) { Line = token.Line, Position = token.Start };
    }

    private Expression Compare()
    {
        var position = tokens.Position;
        var first = Sum();
        List<(CompareOperator, Expression)>? rest = null;
        while (CompareOperatorHere() is { } op)
        {
            rest ??= [];
            rest.Add((op, Sum()));
        }
        return rest is null ? first : new CompareExpression(first, [.. rest]) { Line = tokens.Line, Position = position };
    }

    private CompareOperator? CompareOperatorHere()
    {
        CompareOperator? op = tokens.Kind switch
        {
            TokenKind.Equal => CompareOperator.Equal,
            TokenKind.NotEqual => CompareOperator.NotEqual,
            TokenKind.Less => CompareOperator.Less,
            TokenKind.LessOrEqual => CompareOperator.LessOrEqual,
            TokenKind.Greater => CompareOperator.Greater,
            TokenKind.GreaterOrEqual => CompareOperator.GreaterOrEqual,
            TokenKind.Name when tokens.IsName("in") => CompareOperator.In,
            TokenKind.Name when tokens.IsName("not") && tokens.Look().IsName("in") => CompareOperator.NotIn,
            _ => null,
        };
        if (op is null) return null;
        tokens.Next();
        if (op == CompareOperator.NotIn) tokens.Next();
        return op;
    }

    private Expression Sum()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var first = Concat();
        if (tokens.Kind is not (TokenKind.Add or TokenKind.Sub)) return first;
        var rest = new List<(Operator, Expression)>();
        while (tokens.Kind is TokenKind.Add or TokenKind.Sub)
        {
            // From the second operator on, Jinja takes the line where the left side ended.
            if (rest.Count > 0) line = tokens.Line;
            var op = tokens.Next().Kind == TokenKind.Add ? Operator.Add : Operator.Sub;
            rest.Add((op, Concat()));
        }
        return new ChainExpression(first, [.. rest]) { Line = line, Position = position };
    }

    private Expression Concat()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var first = Product();
        if (tokens.Kind != TokenKind.Tilde) return first;
        var parts = new List<Expression> { first };
        while (tokens.Skip(TokenKind.Tilde)) parts.Add(Product());
        return new ConcatExpression([.. parts]) { Line = line, Position = position };
    }

    private Expression Product()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var first = Power();
        if (ProductOperator() is null) return first;
        var rest = new List<(Operator, Expression)>();
        while (ProductOperator() is { } op)
        {
            if (rest.Count > 0) line = tokens.Line;
            tokens.Next();
            rest.Add((op, Power()));
        }
        return new ChainExpression(first, [.. rest]) { Line = line, Position = position };
    }

    private Operator? ProductOperator() => tokens.Kind switch
    {
        TokenKind.Mul => Operator.Mul,
        TokenKind.Div => Operator.Div,
        TokenKind.FloorDiv => Operator.FloorDiv,
        TokenKind.Mod => Operator.Mod,
        _ => null,
    };

    private Expression Power()
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var first = Unary();
        if (tokens.Kind != TokenKind.Pow) return first;
        var rest = new List<(Operator, Expression)>();
        while (tokens.Kind == TokenKind.Pow)
        {
            if (rest.Count > 0) line = tokens.Line;
            tokens.Next();
            rest.Add((Operator.Pow, Unary()));
        }
        return new PowerExpression(first, [.. rest.Select(r => r.Item2)]) { Line = line, Position = position };
    }

    private Expression Unary(bool withFilter = true)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        var depth = _depth;
        Expression node;
        if (tokens.Kind is TokenKind.Sub or TokenKind.Add)
        {
            var negates = tokens.Next().Kind == TokenKind.Sub;
            Enter();
            node = new UnaryExpression(Unary(withFilter: false), negates) { Line = line, Position = position };
        }
        else
        {
            node = Primary();
        }
        node = Postfix(node);
        if (withFilter) node = FilterChain(node);
        _depth = depth;
        return node;
    }

    private Expression Primary()
    {
        var token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.Name:
                tokens.Next();
                return Name(token);
            case TokenKind.String: return Text();
            case TokenKind.Integer:
                tokens.Next();
                return Constant(Integer(token), token);
            case TokenKind.Float:
                tokens.Next();
                return Constant(NumberLiterals.Float(token.Text!), token);
            case TokenKind.LeftParen:
                tokens.Next();
                Enter();
                var inner = Tuple(inParentheses: true);
                tokens.Expect(TokenKind.RightParen);
                Leave();
                return inner;
            case TokenKind.LeftBracket: return List();
            case TokenKind.LeftBrace: return Map();
            default: throw new ParseException(token.Kind == TokenKind.End ? Codes.UnclosedTag : Codes.Syntax, $"unexpected '{TokenReader.Describe(token)}'", token.Line, token.Start);
        }
    }

    private static Value Integer(in Token token)
    {
        if (token.Text!.Length > Numbers.MaxDigits) throw new ParseException(Codes.BadLiteral, $"a number has more than {Numbers.MaxDigits} digits", token.Line, token.Start);
        return NumberLiterals.Integer(token.Text);
    }

    private static ConstantExpression Constant(in Value value, in Token token) => new(value) { Line = token.Line, Position = token.Start };

    private Expression Name(in Token token)
    {
        switch (token.Text)
        {
            case "true" or "True": return Constant(Value.True, token);
            case "false" or "False": return Constant(Value.False, token);
            case "none" or "None": return Constant(Value.None, token);
            case "contributions" when MergePoints.TryPeek(out var point) && point is not null:
                return new ContributionsExpression(point) { Line = token.Line, Position = token.Start };
            default: return new NameExpression(token.Text!) { Line = token.Line, Position = token.Start };
        }
    }

    private ConstantExpression Text()
    {
        var first = tokens.Next();
        var text = first.Text!;
        if (tokens.Kind == TokenKind.String)
        {
            var all = new System.Text.StringBuilder(text);
            while (tokens.Kind == TokenKind.String) all.Append(tokens.Next().Text);
            text = all.ToString();
        }
        return Constant(Value.String(text), first);
    }

    private ListExpression List()
    {
        var open = tokens.Expect(TokenKind.LeftBracket);
        Enter();
        var items = new List<Expression>();
        while (tokens.Kind != TokenKind.RightBracket)
        {
            if (items.Count > 0) tokens.Expect(TokenKind.Comma);
            if (tokens.Kind == TokenKind.RightBracket) break;
            items.Add(Expression());
        }
        tokens.Expect(TokenKind.RightBracket);
        Leave();
        return new ListExpression([.. items]) { Line = open.Line, Position = open.Start };
    }

    private MapExpression Map()
    {
        var open = tokens.Expect(TokenKind.LeftBrace);
        Enter();
        var keys = new List<Expression>();
        var values = new List<Expression>();
        while (tokens.Kind != TokenKind.RightBrace)
        {
            if (keys.Count > 0) tokens.Expect(TokenKind.Comma);
            if (tokens.Kind == TokenKind.RightBrace) break;
            keys.Add(Expression());
            tokens.Expect(TokenKind.Colon);
            values.Add(Expression());
        }
        tokens.Expect(TokenKind.RightBrace);
        Leave();
        return new MapExpression([.. keys], [.. values]) { Line = open.Line, Position = open.Start };
    }

    private Expression Postfix(Expression node)
    {
        while (true)
        {
            switch (tokens.Kind)
            {
                case TokenKind.Dot or TokenKind.LeftBracket: node = Subscript(node); break;
                case TokenKind.LeftParen: node = Call(node); break;
                default: return node;
            }
            Enter();
        }
    }

    private Expression FilterChain(Expression node)
    {
        while (true)
        {
            if (tokens.Kind == TokenKind.Pipe) node = Filters(node)!;
            else if (tokens.IsName("is")) node = Test(node);
            else if (tokens.Kind == TokenKind.LeftParen) node = Call(node);
            else return node;
            Enter();
        }
    }

    private CallExpression Call(Expression callee)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        return new CallExpression(callee, Arguments()) { Line = line, Position = position };
    }

    private Expression Subscript(Expression owner)
    {
        var token = tokens.Next();
        if (token.Kind == TokenKind.Dot)
        {
            var member = tokens.Current;
            tokens.Next();
            if (member.Kind == TokenKind.Name) return new AttributeExpression(owner, member.Text!) { Line = token.Line, Position = member.Start };
            if (member.Kind != TokenKind.Integer) throw new ParseException(Codes.Syntax, "expected name or number", member.Line, member.Start);
            return new ItemExpression(owner, Constant(Integer(member), member)) { Line = token.Line, Position = member.Start };
        }
        Enter();
        var arguments = new List<Expression>();
        while (tokens.Kind != TokenKind.RightBracket)
        {
            if (arguments.Count > 0) tokens.Expect(TokenKind.Comma);
            arguments.Add(Subscribed(owner));
        }
        tokens.Expect(TokenKind.RightBracket);
        Leave();
        if (arguments.Count == 1)
            return arguments[0] is SliceExpression ? arguments[0] : new ItemExpression(owner, arguments[0]) { Line = token.Line, Position = token.Start };
        if (arguments.Exists(a => a is SliceExpression)) throw new ParseException(Codes.Syntax, "a slice cannot stand among several subscripts", token.Line, token.Start);
        var key = new TupleExpression([.. arguments]) { Line = token.Line, Position = token.Start };
        return new ItemExpression(owner, key) { Line = token.Line, Position = token.Start };
    }

    private Expression Subscribed(Expression owner)
    {
        var (line, position) = (tokens.Line, tokens.Position);
        Expression? start = null;
        if (tokens.Kind != TokenKind.Colon)
        {
            start = Expression();
            if (tokens.Kind != TokenKind.Colon) return start;
        }
        tokens.Next();
        Expression? stop = null;
        Expression? step = null;
        if (tokens.Kind is not (TokenKind.Colon or TokenKind.RightBracket or TokenKind.Comma)) stop = Expression();
        if (tokens.Skip(TokenKind.Colon) && tokens.Kind is not (TokenKind.RightBracket or TokenKind.Comma)) step = Expression();
        return new SliceExpression(owner, start, stop, step) { Line = line, Position = position };
    }

    private string DottedName(string name)
    {
        while (tokens.Skip(TokenKind.Dot)) name += "." + tokens.Expect(TokenKind.Name).Text;
        return name;
    }

    private Expression Test(Expression operand)
    {
        var token = tokens.Next();
        var negated = tokens.SkipName("not");
        var nameToken = tokens.Expect(TokenKind.Name);
        var name = DottedName(nameToken.Text!);
        Expression test = new TestExpression(operand, name, TestArguments()) { Line = token.Line, Position = nameToken.Start };
        return negated ? new NotExpression(test) { Line = token.Line, Position = nameToken.Start } : test;
    }

    private ArgumentList TestArguments()
    {
        if (tokens.Kind == TokenKind.LeftParen) return Arguments();
        var takesOne = tokens.Kind is TokenKind.Name or TokenKind.String or TokenKind.Integer or TokenKind.Float or TokenKind.LeftBracket or TokenKind.LeftBrace
            && !tokens.IsName("else") && !tokens.IsName("or") && !tokens.IsName("and");
        if (!takesOne) return ArgumentList.Empty;
        if (tokens.IsName("is")) throw Fail("You cannot chain multiple tests with is");
        var argument = Postfix(Primary());
        return new ArgumentList([argument], [], [], null, null);
    }

    private static void Ensure(bool holds, in Token open)
    {
        if (!holds) throw new ParseException(Codes.Syntax, "invalid syntax for function call expression", open.Line, open.Start);
    }
}
