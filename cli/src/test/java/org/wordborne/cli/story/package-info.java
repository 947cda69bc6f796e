/// Stories: the product as a person uses it, played in a real browser on a living town.
package org.wordborne.cli.story;
