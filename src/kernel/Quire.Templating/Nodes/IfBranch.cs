namespace Quire.Templating.Nodes;

/// <summary>A test and what runs when it holds.</summary>
internal sealed class IfBranch(Expression test, Statement[] body, int line, int position)
{
    public Expression Test { get; set; } = test;

    public Statement[] Body => body;

    public int Line => line;

    public int Position => position;

    public long Place { get; set; }
}
