using Quire.Templating.Execution;

namespace Quire.Templating.Binding;

/// <summary>What binding knows about the frame it is in.</summary>
internal sealed record BindFrame(Symbols Symbols)
{
    public Unit Unit => Symbols.Unit;

    /// <summary>The root and what is soft in it: assignments here are exported.</summary>
    public bool IsTopLevel { get; init; }

    /// <summary>The root itself.</summary>
    public bool IsRoot { get; init; }

    /// <summary>Inside an <c>if</c>: unknown filters and tests are found when they run, not before.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Whether output is only made where no parent template was chosen.</summary>
    public bool ChecksOutput { get; init; }

    /// <summary>How many loops are open in this unit.</summary>
    public int Loops { get; init; }

    public BindFrame Soft() => this with { IsRoot = false, IsSoft = true };

    public BindFrame Inner() => new(new Symbols(Unit, Symbols)) { ChecksOutput = ChecksOutput, Loops = Loops };

    public BindFrame InnerUnit() => new(new Symbols(new Unit(Unit), Symbols));
}
