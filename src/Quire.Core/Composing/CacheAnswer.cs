namespace Quire.Core.Composing;

/// <summary>Which cache answered.</summary>
public enum CacheAnswer
{
    /// <summary>None: the layers were merged and rendered.</summary>
    None,

    /// <summary>The plan was ready and was rendered.</summary>
    Plan,

    /// <summary>The output was in memory.</summary>
    Output,

    /// <summary>The output came from the second tier.</summary>
    SecondTier,
}
