/// What the rules of the house forbid, planted for their tests.
package org.wordborne.planted;
