using System.Security.Cryptography;
using System.Text;
using Quire.Prompts.Tokens;

namespace Quire.Bench.Tokens;

/// <summary>A text to measure on.</summary>
internal sealed class Sample(string path, string text)
{
    public string Path => path;

    public string Text => text;

    /// <summary>What the vocabulary counts.</summary>
    public long Exact { get; set; }

    public double[] Shape { get; } = TextShape.Of(text).Values;

    /// <summary>A third of all, whatever else stands in the folder.</summary>
    public bool IsForFitting { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(path.Replace('\\', '/')))[0] % 3 == 0;

    /// <summary>By which fraction the estimate is off.</summary>
    public double Error => ((double)TokenEstimate.Of(text) / Exact) - 1;
}
