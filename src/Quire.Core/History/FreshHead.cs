using Quire.Core.Errors;

namespace Quire.Core.History;

/// <summary>Repeats what was decided on a head that somebody moved meanwhile.</summary>
internal static class FreshHead
{
    private const int MaxAttempts = 5;

    /// <summary>Runs an attempt that looks at the head and commits on it, until nobody came between.</summary>
    /// <exception cref="QuireException"><c>stale_head</c> where others came between each time.</exception>
    public static async Task<T> Repeat<T>(Func<Task<T>> attempt)
    {
        for (var number = 1; ; number++)
        {
            try
            {
                return await attempt();
            }
            catch (QuireException error) when (error.Error.Code is "stale_head" or "stale_prompt" or "conflict" && number < MaxAttempts)
            {
                // Looked at again.
            }
        }
    }
}
