using Quire.Templating.Binding;
using Quire.Templating.Execution;

namespace Quire.Templating.Nodes;

/// <summary><c>{% if %}…{% elif %}…{% else %}…{% endif %}</c>.</summary>
internal sealed class IfStatement(IfBranch[] branches, Statement[]? otherwise) : Statement
{
    public IfBranch[] Branches => branches;

    public Statement[]? Otherwise => otherwise;

    public override void VisitChildren(INodeVisitor visitor)
    {
        foreach (var branch in branches)
        {
            visitor.Visit(branch.Test);
            foreach (var statement in branch.Body) visitor.Visit(statement);
        }
        foreach (var statement in otherwise ?? []) visitor.Visit(statement);
    }

    public override Flow Run(RenderContext context)
    {
        foreach (var branch in branches)
        {
            context.Place = branch.Place;
            if (branch.Test.Test(context)) return RunAll(branch.Body, context);
            context.Step();
        }
        return otherwise is null ? Flow.Normal : RunAll(otherwise, context);
    }

    public override void Collect(SymbolCollector symbols)
    {
        symbols.Visit(branches[0].Test);
        var body = symbols.Branch(branches[0].Body);
        var outer = symbols.Symbols;
        var elif = symbols.Branch(branches.Skip(1).Select(b => new ElifProbe(b)));
        var rest = symbols.Branch(otherwise ?? []);
        outer.Merge(body, elif, rest);
    }

    public override void Bind(Binder binder, BindFrame frame)
    {
        var soft = frame.Soft();
        foreach (var branch in branches)
        {
            branch.Place = MakePlace(binder.Note(branch.Line), branch.Position);
            branch.Test = branch.Test.Bind(binder, soft);
            binder.BindAll(branch.Body, soft);
        }
        if (otherwise is not null) binder.BindAll(otherwise, soft);
    }

    /// <summary>Jinja looks at each elif as an if of its own, without further branches.</summary>
    private sealed class ElifProbe(IfBranch branch) : Statement
    {
        public override Flow Run(RenderContext context) => Flow.Normal;

        public override void Collect(SymbolCollector symbols)
        {
            symbols.Visit(branch.Test);
            var outer = symbols.Symbols;
            var body = symbols.Branch(branch.Body);
            outer.Merge(body, symbols.Branch([]), symbols.Branch([]));
        }

        public override void Bind(Binder binder, BindFrame frame)
        {
        }
    }
}
