namespace Quire.Templating.Nodes;

/// <summary>The binary operators of arithmetic, by Jinja's names.</summary>
internal enum Operator
{
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
}
