namespace Quire.Composition.UserText;

/// <summary>The fence of one composition.</summary>
internal sealed class Fence
{
    private const int Bytes = 16;

    private readonly string _instruction;

    private Fence(string boundary, string instruction)
    {
        Boundary = boundary;
        _instruction = instruction.Replace("{boundary}", boundary, StringComparison.Ordinal);
    }

    public string Boundary { get; }

    /// <summary>Draws a boundary that occurs in none of the texts.</summary>
    public static Fence Create(FenceOptions options, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        Span<byte> random = stackalloc byte[Bytes];
        while (true)
        {
            options.Randomness(random);
            var boundary = "user-text-" + Convert.ToHexStringLower(random);
            if (!all.Exists(text => text.Contains(boundary, StringComparison.OrdinalIgnoreCase)))
                return new(boundary, options.Instruction);
        }
    }

    /// <summary>The fenced text, and where the user's own begins.</summary>
    public (string Text, int Start) Around(string text)
    {
        var before = $"{_instruction}\n<{Boundary}>\n";
        return ($"{before}{text}\n</{Boundary}>", before.Length);
    }
}
