using System.Runtime.CompilerServices;

namespace Annalist.Language;

/// <summary>Hashes of feature values. Part of the format of the weights: a change here asks for new training.</summary>
internal static class FeatureHash
{
    /// <summary>Folds one more value into a hash.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mix(uint hash, uint value)
    {
        ulong product = (hash ^ value) * 0x9E3779B97F4A7C15UL;
        return (uint)(product >> 32) ^ (uint)product;
    }

    /// <summary>A feature of one value under a template.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a) => Mix(Mix(template * 0x85EBCA6Bu, a), 0x27D4EB2Fu);

    /// <summary>A feature of two values under a template.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b) => Mix(Mix(template * 0x85EBCA6Bu, a) + 0x165667B1u, b);

    /// <summary>A feature of three values under a template.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c) => Mix(Of(template, a, b) + 0x3C6EF372u, c);

    /// <summary>A feature of four values under a template.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(uint template, uint a, uint b, uint c, uint d) => Mix(Of(template, a, b, c) + 0x1B873593u, d);

    /// <summary>Hash of characters.</summary>
    public static uint OfText(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261u;
        foreach (char c in text) hash = (hash ^ c) * 16777619u;
        return Mix(hash, 0x9747B28Cu);
    }
}
