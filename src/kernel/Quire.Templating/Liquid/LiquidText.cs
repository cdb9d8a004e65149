using Quire.Templating.Execution;

namespace Quire.Templating.Liquid;

/// <summary>Text of the template.</summary>
internal sealed class LiquidText(string text) : LiquidNode
{
    private string _text = text;

    public override bool IsBlank { get; } = string.IsNullOrWhiteSpace(text);

    public override Flow Run(LiquidRun run)
    {
        run.Write(_text, null);
        return Flow.Normal;
    }

    public override void DropBlanks()
    {
        if (IsBlank) _text = "";
    }
}
