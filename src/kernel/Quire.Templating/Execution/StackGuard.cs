using System.Runtime.CompilerServices;

namespace Quire.Templating.Execution;

/// <summary>For work that nests without a call in the template, such as walks that draw from walks.</summary>
internal static class StackGuard
{
    public static void Check()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Errors.NestedWalks();
    }
}
