using Quire.Templating.Values;

namespace Quire.Templating.Liquid;

/// <summary><c>empty</c> and <c>blank</c>, which other values may be equal to.</summary>
internal sealed class LiquidSpecial(bool isBlank) : ValueObject
{
    public static readonly Value Empty = Value.Of(new LiquidSpecial(false));

    public static readonly Value Blank = Value.Of(new LiquidSpecial(true));

    public override string TypeName => isBlank ? "blank" : "empty";

    public override bool IsTrue => true;

    public override string PrintedText => "";

    public bool Matches(in Value value)
    {
        switch (value.Tag)
        {
            case Tag.String or Tag.Markup: return isBlank ? string.IsNullOrWhiteSpace(value.Text) : value.Text.Length == 0;
            case Tag.List or Tag.Tuple: return value.Items.Count == 0;
            case Tag.Map: return value.Entries.Count == 0;
            case Tag.None or Tag.Undefined or Tag.Missing: return isBlank;
            case Tag.Bool: return isBlank && value.Bits == 0;
            case Tag.Object: return ReferenceEquals(value.Ref, this);
            default: return false;
        }
    }
}
