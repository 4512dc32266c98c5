/** The text as it was given and the text as it is read, with the way back from one to the other. */
package myna.text.source;
