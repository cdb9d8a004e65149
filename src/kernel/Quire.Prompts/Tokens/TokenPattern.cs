namespace Quire.Prompts.Tokens;

/// <summary>How a vocabulary's makers cut a text into pieces before pairs of bytes are joined. A vocabulary file does not say it.</summary>
public enum TokenPattern
{
    /// <summary>Words with the blank before them; all digits of a number together.</summary>
    Gpt2,

    /// <summary>Words with the mark before them; digits by threes; marks keep the line ends behind them.</summary>
    Cl100k,

    /// <summary>As <see cref="Cl100k"/>, and a word ends where a capital follows a small letter; contractions stay with their word.</summary>
    O200k,
}
