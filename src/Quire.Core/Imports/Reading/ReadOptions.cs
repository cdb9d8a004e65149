using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>What holds for what a source does not say.</summary>
/// <param name="Dialect">The dialect that the caller wants for rows that name none; null leaves it to the prompt, and <c>variables</c> for new ones.</param>
internal sealed record ReadOptions(Dialect? Dialect);
